import type { Example, Verdict } from "@responses/dsl";
import type { CoveredPart } from "@responses/dsl/editor";
import { lineOf } from "@responses/reporting";
import { type PartCoverage, textOfPart } from "../runs/part-coverage.js";
import { passes, type TestedExample, type TestReport } from "../runs/test-run.js";
import { findingAsJson } from "./check-json.js";
import type { Conclusion } from "./conclusion.js";
import { problemsAsJson, writeJson } from "./json.js";

/** `responses test --format json`; the help describes it. */
export function testAsJson(report: TestReport, withCoverage: boolean, conclusion: Conclusion): string {
  const { files, examples, failed, errors, problems, uncheckedCaptures, sourceOf } = report;
  const coverage = files.map(({ path, rules, undecided, unreachable, parts }) => ({
    file: path,
    rules,
    undecided: undecided.map(({ rule, example }) => ({ line: lineOf(rule), example })),
    unreachable: unreachable.map((rule) => lineOf(rule)),
    ...partsAsJson(parts),
  }));
  const captures = uncheckedCaptures.map((reported) => findingAsJson(reported, sourceOf));
  return writeJson({
    summary: { files: files.length, examples, passed: examples - failed, failed },
    examples: files.flatMap((file) => file.examples).map(exampleAsJson),
    ...(withCoverage ? { coverage, uncheckedCaptures: captures } : {}),
    errors: errors.map((error) => findingAsJson(error, sourceOf)),
    problems: problemsAsJson(problems, conclusion),
  });
}

function partsAsJson({ counts, uncovered }: PartCoverage): object {
  const leftOut = (wanted: CoveredPart["kind"]) =>
    uncovered
      .filter(({ kind }) => kind === wanted)
      .map((part) => ({ line: lineOf(part.of), text: textOfPart(part) }));
  return {
    captures: counts.capture,
    unfilled: leftOut("capture"),
    fieldLabels: counts.label,
    ungiven: leftOut("label"),
    listMembers: counts.member,
    unneeded: leftOut("member"),
  };
}

function exampleAsJson(tested: TestedExample): object {
  const { example, result } = tested;
  const decidedBy = result?.decidedBy ?? null;
  return {
    file: example.file.path,
    line: lineOf(example),
    name: example.model.name,
    expected: expectedAsJson(example),
    actual: result === null ? null : result.verdict,
    passed: passes(tested),
    decidedBy: decidedBy === null ? null : { file: decidedBy.file.path, line: lineOf(decidedBy) },
  };
}

/** The verdict that an example states. */
export function expectedAsJson({ model }: Example): Verdict {
  const { verdict } = model;
  if (verdict.outcome === "unmapped") return { outcome: "unmapped", label: null, captures: {} };
  const captures = Object.fromEntries(verdict.captures.map(({ name, value }) => [name, value]));
  return { outcome: verdict.outcome, label: verdict.label, captures };
}
