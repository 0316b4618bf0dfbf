import { counted, PROJECT_FILE } from "@responses/dsl/editor";
import { staleAdvice, staleInWords } from "../annotations/stale-entries.js";
import type { WrittenBaseline } from "../runs/baseline-run.js";
import type { CheckReport } from "../runs/check-run.js";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";

/** The stale entries of a run, and the way out. */
export function staleLines({ baseline }: CheckReport, { style }: Page): readonly string[] {
  const stale = baseline?.stale ?? [];
  if (stale.length === 0) return [];
  return [
    ...stale.map((entry) => `${style.red("stale")} ${safe(staleInWords(entry))}`),
    ...new Set(stale.map((entry) => `  ${style.green("fix:")} ${safe(staleAdvice(entry))}`)),
    "",
  ];
}

/** Of a run that was to write a baseline: what was written, and who knows it, or that nothing was. */
export function baselineNotes({ baseline, problems }: CheckReport): readonly string[] {
  const written = baseline?.written ?? [];
  if (written.length > 0) return written.flatMap(writtenLines);
  const why = problems.length > 0 ? "not all that was named could be checked" : "no mapping file was checked";
  return [`wrote no baseline, since ${why}`];
}

function writtenLines({
  path,
  isNew,
  findings,
  added,
  removed,
  isNamed,
}: WrittenBaseline): readonly string[] {
  const changes = isNew ? "" : `, ${added} added, ${removed} taken out`;
  const line = `wrote ${path} (${counted(findings, "finding")}${changes})`;
  if (isNamed) return [line];
  return [
    line,
    `add "baseline": "${path}" to ${PROJECT_FILE} so that every run and the editor use it; until then pass --baseline ${path}`,
  ];
}
