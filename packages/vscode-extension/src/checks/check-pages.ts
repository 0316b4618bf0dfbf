import { type Disposable, type TextDocumentContentProvider, Uri, workspace } from "vscode";
import { withColouredCode } from "./coloured-code.js";
import { pageSections } from "./page-sections.js";

/** The scheme of the pages' addresses; package.json says that what has it is shown as markdown is meant to be. */
const SCHEME = "responses-check";

/** The address of a finding's page, in which `{name}` stands for the finding's name: for the server, which links to it. */
export const CHECK_PAGE = `${SCHEME}:/{name}.md`;

/** The pages of findings, each by itself: what it means, why it matters, wrong, right, how to fix it. */
export class CheckPages implements TextDocumentContentProvider {
  readonly #extension: Uri;
  #sections: Promise<ReadonlyMap<string, string>> | null = null;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  register(): Disposable {
    return workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  async names(): Promise<readonly string[]> {
    return [...(await this.#all()).keys()];
  }

  uriOf(name: string): Uri {
    return Uri.parse(CHECK_PAGE.replace("{name}", name));
  }

  async provideTextDocumentContent({ path }: Uri): Promise<string> {
    const name = path.replace(/^\/|\.md$/g, "");
    const page = (await this.#all()).get(name);
    if (page !== undefined) return withColouredCode(page);
    return `There is no finding that is called ${JSON.stringify(name)}.\n`;
  }

  #all(): Promise<ReadonlyMap<string, string>> {
    this.#sections ??= this.#read();
    return this.#sections;
  }

  async #read(): Promise<ReadonlyMap<string, string>> {
    const bytes = await workspace.fs.readFile(Uri.joinPath(this.#extension, "docs/checks.md"));
    return pageSections(new TextDecoder().decode(bytes));
  }
}
