import type { Example, ExampleResult, Finding, Mapping, Rule, SourceText, Tree } from "@responses/dsl";
import {
  AnalysedTogether,
  type Analysis,
  type CoveredPart,
  type ExampleRun,
  explainedBody,
  located,
  missingCaptureInWords,
  missingTextIn,
  type NearRule,
  nearRuleAboveDeciding,
  noCaptureNamed,
  partsCovered,
  type RuleInQuestion,
  ruleInQuestion,
  rulesMeantBelow,
  subjectOf,
} from "@responses/dsl/editor";
import {
  CollectedFindings,
  partByBaseline,
  type ReportedFinding,
  sourcesOf,
  treesOf,
} from "@responses/reporting";
import { isProblem, type Problem } from "../terminal/usage-error.js";
import { distinctProblems, eachPath, type Inputs, type Narrowing } from "./inputs.js";
import { NO_PARTS, type PartCoverage, RunParts } from "./part-coverage.js";
import { NO_COVERAGE, type RuleCoverage, ruleCoverage } from "./rule-coverage.js";

/** An example and how it went; null where the mapping is refused, so that there was nothing to run. */
export interface TestedExample {
  readonly example: Example;
  readonly result: ExampleResult | null;
  /** The rule that would give the verdict which a failing example expects, but stands below the one that decided. */
  readonly below: Rule | null;
  /** The rule that nearly gave the verdict that a failing example expects. */
  readonly near: NearRule | null;
  /** Of an example that no rule nearly gives its verdict: the only rule that could have, or that there is none. */
  readonly asked: RuleInQuestion | null;
  /** Of an example that expects a capture that is not there: that, and why. */
  readonly noCapture: string | null;
}

/** A file of a run. Of its rules those are left out that no example of the whole run decides, if that was asked. */
export interface TestedFile extends RuleCoverage {
  readonly parts: PartCoverage;
  readonly path: string;
  readonly isRefused: boolean;
  readonly examples: readonly TestedExample[];
  readonly rules: number;
}

export interface TestReport {
  readonly narrowing: Narrowing | null;
  /** What project files leave out of what was named. */
  readonly leftOut: readonly string[];
  readonly files: readonly TestedFile[];
  readonly examples: number;
  readonly failed: number;
  /** The errors in the files, but for the failing examples. */
  readonly errors: readonly ReportedFinding[];
  /** What `check` finds of the examples that fail: errors here, whatever a project makes of them there. */
  readonly failures: readonly ReportedFinding[];
  /** The captures that no example says anything of, as `check` finds them. */
  readonly uncheckedCaptures: readonly ReportedFinding[];
  /** Why files could not be read. */
  readonly problems: readonly Problem[];
  readonly sourceOf: (path: string) => SourceText;
  readonly treeOf: (path: string) => Tree;
}

/**
 * Runs the examples of all mapping files of a run through the interpreter.
 *
 * @param withCoverage whether the rules are looked for that no example decides
 */
export function runTest(inputs: Inputs, withCoverage: boolean): TestReport {
  const { files, projects } = inputs;
  const collected = new CollectedFindings(projects);
  const tested: TestedFile[] = [];
  const decided = new Set<string>();
  const runParts = new RunParts();
  const together = new AnalysedTogether();
  const unreadable = eachPath(inputs, "testing", (path) => {
    const { linked, file } = files.load(path);
    const { examples, coverage, parts, findings } = testMapping(together.analyse(linked), withCoverage);
    runParts.add(parts);
    collected.add(findings);
    for (const { result } of examples) if (result?.decidedBy) decided.add(keyOf(result.decidedBy));
    const isRefused = linked.kind === "refused";
    tested.push({
      path: file.path,
      isRefused,
      examples,
      rules: located(file, "rule").length,
      parts: NO_PARTS,
      ...coverage,
    });
    // A baseline that cannot be used is told, whether or not there is a finding that it could be asked about.
    projects.baselineOf(path);
  });
  const all = collected.inOrder();
  const { reported, problems } = withoutBaselined(all, inputs, unreadable);
  const failures = all
    .filter(({ finding }) => finding.name === "example-fails")
    .map((failure): ReportedFinding => ({ ...failure, severity: "error" }));
  const errors = reported.filter(
    ({ finding, severity }) => severity === "error" && finding.name !== "example-fails",
  );
  // A file of shared rules is tested by the files that include it.
  const partsByFile = runParts.byFile();
  const withShared = tested.map((file) => ({
    ...file,
    parts: partsByFile.get(file.path) ?? NO_PARTS,
    undecided: file.undecided.filter(({ rule }) => !decided.has(keyOf(rule))),
  }));
  const examples = tested.flatMap((file) => file.examples);
  const failed = examples.filter((example) => !passes(example)).length;
  return {
    narrowing: inputs.narrowing,
    leftOut: inputs.found.ignored,
    files: withShared,
    examples: examples.length,
    failed,
    errors,
    failures,
    uncheckedCaptures: all.filter(({ finding }) => finding.name === "unchecked-capture"),
    problems,
    sourceOf: sourcesOf(files),
    treeOf: treesOf(files),
  };
}

/** What counts: a failing example always does. Where a baseline cannot be used, everything does. */
function withoutBaselined(
  found: readonly ReportedFinding[],
  { files, projects }: Inputs,
  unreadable: readonly Problem[],
): { readonly reported: readonly ReportedFinding[]; readonly problems: readonly Problem[] } {
  try {
    return { reported: partByBaseline(found, projects, treesOf(files)).reported, problems: unreadable };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { reported: found, problems: distinctProblems([...unreadable, error]) };
  }
}

export function passes({ result }: TestedExample): boolean {
  return result !== null && result.difference === null;
}

function testMapping(
  analysis: Analysis,
  withCoverage: boolean,
): {
  readonly examples: readonly TestedExample[];
  readonly coverage: RuleCoverage;
  readonly parts: readonly CoveredPart[];
  readonly findings: readonly Finding[];
} {
  const { linked, findings, run } = analysis;
  if (run === null) {
    const { file } = linked.kind === "refused" ? linked : linked.mapping;
    const untested = { result: null, below: null, near: null, asked: null, noCapture: null };
    const examples = located(file, "example").map((example) => ({ example, ...untested }));
    return { examples, coverage: NO_COVERAGE, parts: [], findings };
  }
  const { results } = run;
  return {
    examples: results.map((result) => testedExample(result, run)),
    coverage: withCoverage ? ruleCoverage(analysis) : NO_COVERAGE,
    parts: withCoverage ? partsCovered(run.mapping, results) : [],
    findings,
  };
}

function testedExample(result: ExampleResult, run: ExampleRun): TestedExample {
  const { example, difference } = result;
  const { mapping } = run;
  const below = rulesMeantBelow(result, run)[0] ?? null;
  const near = difference === null || below !== null ? null : nearRuleAboveDeciding(result, mapping);
  const asked = below !== null || near !== null ? null : ruleInQuestion(result, mapping);
  return { example, result, below, near, asked, noCapture: noCaptureIn(result, mapping) };
}

function noCaptureIn({ example, verdict, difference }: ExampleResult, mapping: Mapping): string | null {
  if (difference?.kind !== "capture" || difference.actual !== null) return null;
  if (!mapping.captures.some(({ model }) => model.name === difference.name))
    return noCaptureNamed(difference.name);
  const subject = subjectOf(example.model);
  const missing = missingTextIn(subject, explainedBody(subject.body));
  const why = missingCaptureInWords(difference.name, mapping, verdict.outcome, missing);
  return `there is no ${difference.name}${why === null ? "" : `: ${why}`}`;
}

function keyOf({ file, statement }: Rule): string {
  return `${statement.start} ${file.path}`;
}
