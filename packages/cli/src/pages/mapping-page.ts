import { counted, type ExampleRun, listed, located } from "@responses/dsl/editor";
import { countSeverity, type ReportedFinding } from "@responses/reporting";
import { capturesSection } from "./captures-section.js";
import { documentOf } from "./document.js";
import { examplesSection } from "./examples-section.js";
import { findingsSection } from "./findings-section.js";
import { type Content, html, joined } from "./html.js";
import { MappingFacts } from "./mapping-facts.js";
import { reasonsSection } from "./reasons-section.js";
import { countOfRules, rulesSection } from "./rules-section.js";
import { note, outcomeMark, type Section, sectionOf } from "./words.js";

/**
 * A mapping as a page for people who agree on it: what each rule means, in which order, what comes of the recorded responses,
 * the reasons of rejection, captures and findings. The same mapping gives the same bytes.
 *
 * @param run the mapping, its files called as the page is to call them, and how its examples go
 * @param findings what the checks say of it, with the severities of its project
 */
export function mappingPage(run: ExampleRun, findings: readonly ReportedFinding[]): string {
  const facts = new MappingFacts(run);
  const { mapping } = facts;
  const sections = [
    rulesSection(facts),
    reasonsSection(facts),
    capturesSection(facts),
    examplesSection(facts),
    findingsSection(findings, facts),
  ].filter((section) => section !== null);
  const [system] = located(mapping.file, "system");
  const body = html`<header>
<p class="kicker">How responses are read</p>
<h1><bdi>${facts.title}</bdi></h1>
${system === undefined ? null : note(system.statement.syntax.documentation)}
<ul class="facts">${countsOf(findings, facts).map((count) => html`<li>${count}</li>`)}</ul>
</header>
<nav aria-label="On this page">
<ul>${sections.map(linkTo)}</ul>
</nav>
<main>
${OUTCOMES}
${joined(sections.map(sectionOf), "\n")}
</main>`;
  const made = html`Made from <bdi class="written">${mapping.file.path}</bdi>`;
  return documentOf(`${facts.title} – how responses are read`, body, made);
}

/** What the outcomes are, for whoever sees such a page for the first time. */
const OUTCOMES = html`<section aria-labelledby="outcomes-title">
<h2 id="outcomes-title">What a verdict says</h2>
<dl class="terms">
<dt>${outcomeMark("success")}</dt><dd>The lead was accepted. Nothing else counts as a success.</dd>
<dt>${outcomeMark("reject")}</dt><dd>The remote system refused the lead.</dd>
<dt>${outcomeMark("error")}</dt><dd>It, or the request, failed before the lead was judged.</dd>
<dt>${outcomeMark("unmapped")}</dt><dd>No rule knows this response. It is no success, and reports have no reason for it.</dd>
</dl>
</section>`;

function linkTo({ id, title }: Section): Content {
  return html`<li><a href="#${id}">${title}</a></li>`;
}

function countsOf(findings: readonly ReportedFinding[], facts: MappingFacts): readonly Content[] {
  const { mapping, failing } = facts;
  const examples = counted(mapping.examples.length, "example");
  const outcome = failing === 0 ? "all as expected" : `${failing} failing`;
  return [
    countOfRules(facts),
    mapping.examples.length === 0 ? "no examples" : `${examples}, ${outcome}`,
    ...(mapping.captures.length === 0 ? [] : [counted(mapping.captures.length, "captured part")]),
    findings.length === 0 ? "no findings" : findingCounts(findings),
  ];
}

/** `1 error and 2 hints`; nothing where there are none. */
export function findingCounts(findings: readonly ReportedFinding[]): string {
  const counts = (["error", "warning", "hint"] as const).flatMap((severity) => {
    const count = countSeverity(findings, severity);
    return count === 0 ? [] : [counted(count, severity)];
  });
  return listed(counts);
}
