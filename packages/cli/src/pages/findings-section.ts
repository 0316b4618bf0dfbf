import type { Example, RelatedPlace, SourceText, Witness } from "@responses/dsl";
import { showsResponse } from "@responses/dsl/editor";
import type { ReportedFinding } from "@responses/reporting";
import { exampleLinks } from "./examples-section.js";
import { type Content, type Html, html, joined } from "./html.js";
import type { MappingFacts } from "./mapping-facts.js";
import { responseBlock } from "./response-text.js";
import { ruleLink, type Section } from "./words.js";

/** What the checks say, with the severities of the project. */
export function findingsSection(findings: readonly ReportedFinding[], facts: MappingFacts): Section {
  const content =
    findings.length === 0
      ? html`<p>The checks have found nothing wrong or doubtful.</p>`
      : html`<ol class="items">
${joined(
  findings.map((finding) => findingItem(finding, facts)),
  "\n",
)}
</ol>`;
  return { id: "findings", title: "Findings of the checks", content };
}

function findingItem({ finding, severity, message }: ReportedFinding, facts: MappingFacts): Html {
  const { name, file, span, related, witness } = finding;
  return html`<li>
<h3><span class="mark ${severity}">${severity}</span> ${name}</h3>
<p>${message}</p>
<p class="small muted">At ${placeOf(file, span.start, facts)}.</p>
${related.length === 0 ? null : relatedList(related, facts)}${witness === null || showsResponse(message, witness) ? null : witnessBlock(witness)}
</li>`;
}

function relatedList(related: readonly RelatedPlace[], facts: MappingFacts): Html {
  return html`<ul class="small muted">${related.map(
    ({ file, span, message }) => html`<li>${placeOf(file, span.start, facts)}: ${message}</li>`,
  )}</ul>\n`;
}

function witnessBlock({ status, body }: Witness): Content {
  return responseBlock(status, body, "A response that shows it: ");
}

/** The rule or example that a finding is in, if it is in one, and its line. */
function placeOf(path: string, offset: number, facts: MappingFacts): Content {
  const { mapping } = facts;
  const isThere = ({ file, statement }: Pick<Example, "file" | "statement">): boolean =>
    file.path === path &&
    offset >= statement.start &&
    offset < statement.start + statement.syntax.text.length;
  const rule = mapping.rules.find(isThere);
  const example = mapping.examples.find(isThere);
  const line = html`line ${lineAt(path, offset, facts)} of <bdi class="written">${path}</bdi>`;
  if (rule !== undefined) return [ruleLink(rule, facts), ", ", line];
  return example === undefined ? line : [exampleLinks([example], facts), ", ", line];
}

function lineAt(path: string, offset: number, { mapping }: MappingFacts): number {
  const source: SourceText =
    mapping.included.find(({ file }) => file.path === path)?.file.tree.source ?? mapping.file.tree.source;
  return source.positionAt(offset).line + 1;
}
