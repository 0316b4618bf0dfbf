import type { Example, SourceText, Span, Verdict } from "@responses/dsl";
import { type CheckReport, countSeverity, type ReportedFinding } from "../runs/check-run.js";
import { passes, type TestedExample, type TestReport } from "../runs/test-run.js";

/** `responses check --format json`; the help describes it. */
export function checkAsJson(report: CheckReport): string {
  const { files, findings, fixes, sourceOf } = report;
  return writeJson({
    summary: {
      files,
      errors: countSeverity(findings, "error"),
      warnings: countSeverity(findings, "warning"),
      hints: countSeverity(findings, "hint"),
      fixed: fixes,
    },
    findings: findings.map((reported) => findingAsJson(reported, sourceOf)),
  });
}

/** `responses test --format json`; the help describes it. */
export function testAsJson(report: TestReport, withCoverage: boolean): string {
  const { files, examples, failed } = report;
  const coverage = files.map(({ path, rules, undecided }) => ({
    file: path,
    rules,
    undecided: undecided.map((rule) => lineOf(rule)),
  }));
  return writeJson({
    summary: { files: files.length, examples, passed: examples - failed, failed },
    examples: files.flatMap((file) => file.examples).map(exampleAsJson),
    ...(withCoverage ? { coverage } : {}),
  });
}

function findingAsJson(
  { finding, severity, message }: ReportedFinding,
  sourceOf: (path: string) => SourceText,
): object {
  const { name, file, span, related, witness, fixes } = finding;
  const source = sourceOf(file);
  return {
    file,
    ...placeAsJson(source, span),
    name,
    severity,
    message,
    related: related.map((place) => ({
      file: place.file,
      ...placeAsJson(sourceOf(place.file), place.span),
      message: place.message,
    })),
    witness,
    fixes: fixes.map(({ title, kind, edits }) => ({
      title,
      kind,
      edits: edits.map((edit) => ({ ...placeAsJson(source, edit.span), newText: edit.newText })),
    })),
  };
}

/** Lines and columns from 1, columns in UTF-16 code units; the end is behind the last character. */
function placeAsJson(source: SourceText, { start, end }: Span): object {
  const first = source.positionAt(start);
  const last = source.positionAt(end);
  return {
    line: first.line + 1,
    column: first.column + 1,
    endLine: last.line + 1,
    endColumn: last.column + 1,
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

function expectedAsJson({ model }: Example): Verdict {
  const { verdict } = model;
  if (verdict.outcome === "unmapped") return { outcome: "unmapped", label: null, captures: {} };
  const captures = Object.fromEntries(verdict.captures.map(({ name, value }) => [name, value]));
  return { outcome: verdict.outcome, label: verdict.label, captures };
}

/** The line, from 1, of a statement's first word. */
export function lineOf({ file, statement }: Pick<Example, "file" | "statement">): number {
  return file.tree.source.positionAt(statement.start + statement.syntax.wordSpan.from).line + 1;
}

/** JSON escapes the lower control characters itself; the others must not reach a terminal either. */
export function writeJson(value: object): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
