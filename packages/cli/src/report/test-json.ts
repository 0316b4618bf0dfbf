import type { Example, Verdict } from "@responses/dsl";
import { lineOf } from "@responses/reporting";
import { passes, type TestedExample, type TestReport } from "../runs/test-run.js";
import { findingAsJson } from "./check-json.js";
import type { Conclusion } from "./conclusion.js";
import { problemsAsJson, writeJson } from "./json.js";

/** `responses test --format json`; the help describes it. */
export function testAsJson(report: TestReport, withCoverage: boolean, conclusion: Conclusion): string {
  const { files, examples, failed, errors, problems, uncheckedCaptures, sourceOf } = report;
  const coverage = files.map(({ path, rules, undecided, unreachable }) => ({
    file: path,
    rules,
    undecided: undecided.map(({ rule, example }) => ({ line: lineOf(rule), example })),
    unreachable: unreachable.map((rule) => lineOf(rule)),
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
