import { resultInWords } from "@responses/dsl/editor";
import { exampleLinks } from "./examples-section.js";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";
import { type Reason, reasonsOf } from "./reasons.js";
import { cut } from "./response-text.js";
import { listedContents, outcomeMark, ruleLink, type Section, sentence } from "./words.js";

/** Characters of a label that an example shows. */
const LONGEST_LABEL = 200;

/** The reasons under which refused leads appear in reports, with the rules that give each and an example; null where there is none. */
export function reasonsSection(facts: MappingFacts): Section | null {
  const reasons = reasonsOf(facts.run);
  if (reasons.length === 0) return null;
  const content = html`<p>What reports name as the reason when a lead was not accepted.</p>
<table>
<thead>
<tr><th scope="col">Reason</th><th scope="col">Outcome</th><th scope="col">Given by</th><th scope="col">For example</th></tr>
</thead>
<tbody>
${joined(
  reasons.map((reason) => reasonRow(reason, facts)),
  "\n",
)}
</tbody>
</table>`;
  return { id: "reasons", title: "Reasons of rejections and errors", content };
}

function reasonRow(reason: Reason, facts: MappingFacts): Html {
  const { outcome, rules } = reason;
  return html`<tr><th scope="row">${nameOf(reason)}</th><td data-column="Outcome">${outcomeMark(outcome)}</td><td data-column="Given by">${listedContents(rules.map((rule) => ruleLink(rule, facts)))}</td><td data-column="For example">${shown(reason, facts)}</td></tr>`;
}

function nameOf({ outcome, name }: Reason): Content {
  switch (name.kind) {
    case "none":
      return html`<span class="muted">no reason is given</span>`;
    case "fixed":
      return html`<bdi>${name.text}</bdi>`;
    case "field": {
      const label = { kind: "field", field: name.field, fallback: null, span: name.field.span } as const;
      const [, ...words] = resultInWords({ outcome, label });
      return sentence(words);
    }
  }
}

function shown({ name, shown: result }: Reason, facts: MappingFacts): Content {
  if (result === null) return html`<span class="muted">no example</span>`;
  const link = exampleLinks([result.example], facts);
  const { label } = result.verdict;
  if (name.kind !== "field" || label === null) return link;
  return [html`<bdi class="written">${cut(label, LONGEST_LABEL)}</bdi>`, " in ", link];
}
