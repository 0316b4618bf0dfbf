import type { Capture } from "@responses/dsl";
import { capturedText, captureInWords } from "@responses/dsl/editor";
import { exampleLinks } from "./examples-section.js";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";
import { cut } from "./response-text.js";
import { note, type Section, sentence } from "./words.js";

/** Characters of a value that is shown for example. */
const LONGEST_VALUE = 200;

/** The parts of a response that are handed back with its verdict; null where there is none. */
export function capturesSection(facts: MappingFacts): Section | null {
  const { captures } = facts.mapping;
  if (captures.length === 0) return null;
  const content = html`<p>Parts of a response that are handed back with its verdict, where the response has them.</p>
<table>
<thead>
<tr><th scope="col">Name</th><th scope="col">What it is</th><th scope="col">For example</th></tr>
</thead>
<tbody>
${joined(
  captures.map((capture) => captureRow(capture, facts)),
  "\n",
)}
</tbody>
</table>`;
  return { id: "captures", title: "Captured parts", content };
}

function captureRow(capture: Capture, facts: MappingFacts): Html {
  const { model, statement, file } = capture;
  const from = facts.isIncluded(capture)
    ? html` <span class="muted">(from <bdi class="written">${file.path}</bdi>)</span>`
    : null;
  return html`<tr><th scope="row"><bdi>${model.name}</bdi></th><td data-column="What it is">${sentence(captureInWords(model))}${from}${note(statement.syntax.documentation)}</td><td data-column="For example">${shown(model.name, facts)}</td></tr>`;
}

function shown(name: string, facts: MappingFacts): Content {
  for (const { example, verdict } of facts.run.results) {
    const value = capturedText(verdict.captures, name);
    if (value === null) continue;
    const written = html`<bdi class="written">${cut(value, LONGEST_VALUE)}</bdi>`;
    return [written, " in ", exampleLinks([example], facts)];
  }
  return html`<span class="muted">no example</span>`;
}
