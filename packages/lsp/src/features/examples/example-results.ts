import {
  type Example,
  type ExampleResult,
  type Severity,
  type Statement,
  type Verdict,
  writeVerdict,
} from "@responses/dsl";
import { capturedText, located, refuses, writeExpectedVerdict } from "@responses/dsl/editor";
import type { Location, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { statementAt, statementSpan } from "../../workspace/documents/statement-places.js";
import { shortened } from "../presentation/bounded-text.js";
import { countsOf } from "../presentation/example-counts.js";
import type { Places } from "../presentation/places.js";
import { locationOfRule } from "../presentation/rule-locations.js";
import { staleRemark, staleText } from "../presentation/stale-note.js";

/** How an example went, for a tree of tests. */
export interface ExampleReport {
  /** The name that it has, or its verdict and the beginning of its body. */
  readonly name: string;
  readonly range: Range;
  readonly passed: boolean;
  /** The verdict that it states, and the captures that it names, a line each. */
  readonly expected: string;
  /** The verdict that it gets, likewise; null where the mapping cannot be run. */
  readonly actual: string | null;
  /** Why it fails; null for one that passes. */
  readonly message: string | null;
  readonly decidedBy: Location | null;
}

/** How many examples a rule decides, and for how many it holds. */
export interface RuleReport {
  readonly range: Range;
  readonly decides: number;
  readonly matches: number;
}

/** A file's examples run, seen from the examples and from its rules, in the file's order. */
export interface ExampleResults {
  readonly version: number | null;
  /** Says that the results are those of before a statement was broken; null for those of the text as it is. */
  readonly asItWas: string | null;
  readonly examples: readonly ExampleReport[];
  readonly rules: readonly RuleReport[];
  readonly findings: FindingCounts;
}

/** How many findings of each severity a file has, also those that no editor marks one by one. */
export interface FindingCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly hints: number;
  /** How many the baseline lists; they are none of the others. */
  readonly baselined: number;
}

/**
 * The examples of a document as they went last. Where statements were broken when it was opened, they go without these, and
 * the message of one that fails says so; where even that cannot be run all fail, as on the command line.
 */
export function exampleResultsOf(document: AnalysedDocument, places: Places): ExampleResults {
  const { usable, version, file } = document;
  if (usable === null) {
    const examples = located(file, "example").map((example) => unrunReport(example, document));
    return { version, asItWas: null, examples, rules: [], findings: findingCounts(document) };
  }
  const messages = messagesOf(document);
  return {
    version,
    asItWas: staleText(usable, null),
    examples: usable.run.results.flatMap((result) => reportOf(result, document, places, messages)),
    rules: ruleReports(document),
    findings: findingCounts(document),
  };
}

function findingCounts({ findings }: AnalysedDocument): FindingCounts {
  const count = (wanted: Severity) =>
    findings.filter(({ severity, isBaselined }) => severity === wanted && !isBaselined).length;
  return {
    errors: count("error"),
    warnings: count("warning"),
    hints: count("hint"),
    baselined: findings.filter(({ isBaselined }) => isBaselined).length,
  };
}

function reportOf(
  result: ExampleResult,
  document: AnalysedDocument,
  places: Places,
  messages: ReadonlyMap<Statement, string>,
): readonly ExampleReport[] {
  const { example, verdict, decidedBy, difference } = result;
  const statement = document.usable?.shownAt(example) ?? null;
  if (statement === null) return [];
  return [
    {
      name: nameOf(example),
      range: rangeOf(statement, document),
      passed: difference === null,
      expected: expectedText(example),
      actual: actualText(example, verdict),
      message: difference === null ? null : (messages.get(statement) ?? withoutBroken(document)),
      decidedBy: decidedBy === null ? null : locationOfRule(decidedBy, document, places),
    },
  ];
}

/** Why an example fails about which nothing is found: its verdict, and what is left out that may give another. */
function withoutBroken({ usable }: AnalysedDocument): string {
  return usable?.brokenAt?.isLeftOut === true
    ? SOME_OTHER_VERDICT + staleRemark(usable, null)
    : SOME_OTHER_VERDICT;
}

function unrunReport(example: Example, document: AnalysedDocument): ExampleReport {
  const problem = document.findings.find(({ finding }) => refuses(finding.name));
  const reason = problem === undefined ? "" : `: ${problem.message}`;
  return {
    name: nameOf(example),
    range: rangeOf(example.statement, document),
    passed: false,
    expected: expectedText(example),
    actual: null,
    message: `the mapping cannot be run${reason}`,
    decidedBy: null,
  };
}

function ruleReports(document: AnalysedDocument): readonly RuleReport[] {
  const { usable } = document;
  if (usable === null) return [];
  return document.file.tree.statements.flatMap((statement) => {
    const rule = usable.ruleShownAt(statement);
    if (rule === null) return [];
    const { decides, matches } = countsOf(rule, usable);
    return [{ range: rangeOf(statement, document), decides, matches }];
  });
}

function rangeOf(statement: Statement, { positions }: AnalysedDocument): Range {
  return positions.rangeOf(statementSpan(statement));
}

function nameOf(example: Example): string {
  const { name, body, status, verdict } = example.model;
  if (name !== null) return shortened(name, 80);
  const start = body === "" ? "(empty body)" : shortened(body, 60);
  return `${writeExpectedVerdict(verdict)}: ${status === null ? "" : `${status} `}${start}`;
}

function expectedText(example: Example): string {
  const { verdict } = example.model;
  const captures = verdict.outcome === "unmapped" ? [] : verdict.captures;
  return [writeExpectedVerdict(verdict), ...captures.map(({ name, value }) => `${name}: ${value}`)].join(
    "\n",
  );
}

/** The captures that the example does not name are not compared, so they are not shown. */
function actualText(example: Example, verdict: Verdict): string {
  const expected = example.model.verdict;
  const captures = expected.outcome === "unmapped" ? [] : expected.captures;
  const label = expected.outcome !== "unmapped" && expected.label === null ? null : verdict.label;
  // Where no label is stated any will do, and none is compared.
  const shown = verdict.outcome === expected.outcome ? label : verdict.label;
  const lines = captures.map(({ name }) => `${name}: ${capturedText(verdict.captures, name) ?? ""}`);
  return [writeVerdict({ outcome: verdict.outcome, label: shown }), ...lines].join("\n");
}

const SOME_OTHER_VERDICT = "the example gets a different verdict from the one it states";

/** What the findings say of the examples that fail. */
function messagesOf({ findings, file }: AnalysedDocument): ReadonlyMap<Statement, string> {
  const messages = new Map<Statement, string>();
  for (const { finding, message } of findings) {
    if (finding.name !== "example-fails") continue;
    const statement = statementAt(file, finding.span.start);
    if (statement !== null) messages.set(statement, message);
  }
  return messages;
}
