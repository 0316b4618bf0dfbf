import type { ReportedFinding } from "@responses/reporting";
import { NAMELESS_INPUT } from "../files/standard-input.js";
import type { CheckReport } from "../runs/check-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { shellWord } from "../terminal/shell-word.js";
import { alikeFindingLines } from "./alike-findings.js";
import { staleLines } from "./baseline-text.js";
import { fixedLines } from "./fixes-text.js";
import { gapsLines } from "./gap-text.js";
import { overlapLines, undecidedLines } from "./overlaps-text.js";

/** `responses check`: every finding with its place in the text, and how to learn more; then the gaps, and what is certain of rules. */
export function checkAsText(report: CheckReport, page: Page): readonly string[] {
  const { findings, gaps, overlaps, undecided, sourceOf } = report;
  const gravest = (["error", "warning", "hint"] as const).flatMap((severity) =>
    findings.filter((reported) => reported.severity === severity).slice(0, 1),
  )[0];
  const more =
    gravest === undefined
      ? []
      : [page.style.dim(`responses explain ${gravest.finding.name} says more about this finding`)];
  const suggested = findings.find(
    ({ finding: { file, fixes } }) =>
      file !== NAMELESS_INPUT && fixes.some(({ kind }) => kind === "suggested"),
  );
  const make =
    suggested === undefined || report.fixed !== null
      ? []
      : [page.style.dim(makingFirst(suggested, sourceOf))];
  return [
    ...fixedLines(report.fixed ?? [], "fixed", page),
    ...alikeFindingLines(findings, sourceOf, page),
    ...staleLines(report, page),
    ...(gaps ?? []).flatMap((own) => gapsLines(own, sourceOf, page)),
    ...(overlaps ?? []).flatMap((own) => [...overlapLines(own, page), ""]),
    ...(undecided === null ? [] : [...undecidedLines(undecided, page), ""]),
    ...report.withoutRules.map(
      (path) => `${safe(path)} has no rules: by itself it leaves every response unmapped`,
    ),
    ...make,
    ...more,
  ];
}

/** The command that makes the first suggestion of a finding, to be copied and changed. */
function makingFirst({ finding }: ReportedFinding, sourceOf: CheckReport["sourceOf"]): string {
  const { name, file, span, fixes } = finding;
  const line = sourceOf(file).lineAt(span.start) + 1;
  const choice = fixes.filter(({ kind }) => kind === "suggested").length > 1 ? " --choice 1" : "";
  return `responses check --fix --suggested ${name}:${line}${choice} ${safe(shellWord(file))} makes the first suggestion`;
}
