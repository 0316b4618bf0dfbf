import type { Gap, SourceText, Span } from "@responses/dsl";
import { gapInWords } from "@responses/dsl/editor";
import { countSeverity, type ReportedFinding } from "@responses/reporting";
import type { CheckReport } from "../runs/check-run.js";
import { writeJson } from "./json.js";

/** `responses check --format json`; the help describes it. */
export function checkAsJson(report: CheckReport): string {
  const { files, findings, gaps, fixes, sourceOf } = report;
  return writeJson({
    summary: {
      files,
      errors: countSeverity(findings, "error"),
      warnings: countSeverity(findings, "warning"),
      hints: countSeverity(findings, "hint"),
      fixed: fixes,
    },
    findings: findings.map((reported) => findingAsJson(reported, sourceOf)),
    ...(gaps === null ? {} : { gaps: gaps.map((gap) => gapAsJson(gap, sourceOf)) }),
  });
}

function gapAsJson(gap: Gap, sourceOf: (path: string) => SourceText): object {
  const { field, rule, span, value, response, example } = gap;
  const { path } = rule.file;
  const place = placeAsJson(sourceOf(path), span);
  return { file: path, ...place, field, value, response, example, message: gapInWords(gap) };
}

/** A finding as data: its name, severity, sentence, places, witness and fixes. */
export function findingAsJson(
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
