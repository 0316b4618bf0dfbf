import type { Gap, SourceText } from "@responses/dsl";
import { gapInWords } from "@responses/dsl/editor";
import { countSeverity, type ReportedFinding, regionOf } from "@responses/reporting";
import type { BaselineReport, CheckReport, MappingGaps } from "../runs/check-run.js";
import type { FixedFile } from "../runs/fixed-files.js";
import type { Conclusion } from "./conclusion.js";
import { problemsAsJson, writeJson } from "./json.js";
import { overlapsAsJson, undecidedAsJson } from "./overlaps-json.js";

/** `responses check --format json`; the help describes it. */
export function checkAsJson(report: CheckReport, conclusion: Conclusion): string {
  const { paths, findings, baseline, gaps, overlaps, undecided, fixed, problems, sourceOf } = report;
  return writeJson({
    summary: {
      files: paths.length,
      errors: countSeverity(findings, "error"),
      warnings: countSeverity(findings, "warning"),
      hints: countSeverity(findings, "hint"),
      fixed: (fixed ?? []).reduce((sum, { made }) => sum + made.length, 0),
      baselined: baseline?.findings.length ?? 0,
    },
    findings: findings.map((reported) => findingAsJson(reported, sourceOf)),
    ...(fixed === null ? {} : { fixed: fixed.flatMap(fixesAsJson) }),
    ...(baseline === null ? {} : baselineAsJson(baseline, sourceOf)),
    ...(gaps === null ? {} : gapsAsJson(gaps, sourceOf)),
    ...(overlaps === null ? {} : { overlaps: overlaps.map(overlapsAsJson) }),
    ...(undecided === null ? {} : { undecided: undecided.map(undecidedAsJson) }),
    problems: problemsAsJson(problems, conclusion),
  });
}

function fixesAsJson({ path, made }: FixedFile): readonly object[] {
  return made.map(({ line, name, title, kind }) => ({ file: path, line, name, title, kind }));
}

function baselineAsJson({ findings, stale }: BaselineReport, sourceOf: (path: string) => SourceText): object {
  return {
    baselined: findings.map((reported) => findingAsJson(reported, sourceOf)),
    staleBaseline: stale.map(({ entry, baseline, found }) => ({ baseline, ...entry, found })),
  };
}

function gapsAsJson(all: readonly MappingGaps[], sourceOf: (path: string) => SourceText): object {
  return {
    gaps: all.flatMap(({ gaps }) => gaps.map((gap) => gapAsJson(gap, sourceOf))),
    gapsLeft: all.filter(({ left }) => left > 0).map(({ file, left }) => ({ file, fields: left })),
  };
}

function gapAsJson(gap: Gap, sourceOf: (path: string) => SourceText): object {
  const { field, rule, span, value, response, example } = gap;
  const { path } = rule.file;
  const place = regionOf(sourceOf(path), span);
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
    ...regionOf(source, span),
    name,
    severity,
    message,
    related: related.map((place) => ({
      file: place.file,
      ...regionOf(sourceOf(place.file), place.span),
      message: place.message,
    })),
    witness,
    fixes: fixes.map(({ title, kind, edits }) => ({
      title,
      kind,
      edits: edits.map((edit) => ({ ...regionOf(source, edit.span), newText: edit.newText })),
    })),
  };
}
