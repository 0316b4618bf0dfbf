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
export function baselineNotes({ baseline }: CheckReport): readonly string[] {
  const written = baseline?.written ?? [];
  return written.length > 0
    ? written.flatMap(writtenLines)
    : ["wrote no baseline, since not all that was named could be checked"];
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
    `"baseline": "${path}" in ${PROJECT_FILE} has every run and the editor know it; till then --baseline ${path} does`,
  ];
}
