import { counted } from "@responses/dsl/editor";
import { documentOf } from "./document.js";
import { type Content, html, joined } from "./html.js";

/** A mapping file on the index. */
export interface IndexEntry {
  /** Its path below the folder that is documented, with slashes. */
  readonly path: string;
  /** Null of a file that has no page, since it has errors or cannot be read. */
  readonly page: IndexedPage | null;
}

export interface IndexedPage {
  /** The page's path below the folder of the index, with slashes. */
  readonly path: string;
  readonly system: string | null;
  readonly rules: number;
  readonly examples: number;
  readonly failing: number;
  /** How many findings there are, in words; empty where there are none. */
  readonly findings: string;
}

/** A page that leads to those of several mappings. */
export function indexPage(entries: readonly IndexEntry[]): string {
  const body = html`<header>
<p class="kicker">How responses are read</p>
<h1>${counted(entries.length, "mapping")}</h1>
</header>
<main>
<table>
<thead>
<tr><th scope="col">System</th><th scope="col">File</th><th scope="col">Rules</th><th scope="col">Examples</th><th scope="col">Findings</th></tr>
</thead>
<tbody>
${joined(entries.map(row), "\n")}
</tbody>
</table>
</main>`;
  return documentOf("How responses are read", body, "Made");
}

function row({ path, page }: IndexEntry): Content {
  const file = html`<td data-column="File"><bdi class="written">${path}</bdi></td>`;
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (page === null) {
    return html`<tr><th scope="row"><bdi>${name}</bdi></th>${file}<td colspan="3"><span class="mark error">no page</span> it has errors or cannot be read</td></tr>`;
  }
  const { system, rules, examples, failing, findings } = page;
  const fails = failing === 0 ? null : html` <span class="mark fails">${failing} failing</span>`;
  return html`<tr><th scope="row"><a href="${addressOf(page.path)}"><bdi>${system ?? name}</bdi></a></th>${file}<td data-column="Rules">${rules}</td><td data-column="Examples">${examples}${fails}</td><td data-column="Findings">${findings === "" ? "none" : findings}</td></tr>`;
}

/** A relative address, whatever characters are in the names; `./` keeps a colon in the first from being read as a scheme. */
function addressOf(path: string): string {
  const segments = path
    .replaceAll(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent);
  return `./${segments.join("/")}`;
}
