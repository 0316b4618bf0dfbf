import type { SourceText } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import { codeFrame, type ReportedFinding } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { findingLines } from "./finding-text.js";

/** So many places of one sentence are shown. */
const SHOWN_PLACES = 20;

/**
 * Findings, each with an empty line below it; those of a file that say the very same of another place, and nothing besides, once, with the
 * lines that it is said of. Linear.
 */
export function alikeFindingLines(
  findings: readonly ReportedFinding[],
  sourceOf: (path: string) => SourceText,
  page: Page,
): readonly string[] {
  const groups = new Map<string, ReportedFinding[]>();
  for (const [index, reported] of findings.entries()) {
    const key = hasMore(reported) ? String(index) : sentenceKey(reported);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [reported]);
    else group.push(reported);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [...findingLines(first, sourceOf, page), ...otherPlaces(others, sourceOf, page), ""],
  );
}

/** Whether it says more than its sentence. */
function hasMore({ finding: { related, witness, fixes } }: ReportedFinding): boolean {
  return related.length > 0 || witness !== null || fixes.length > 0;
}

function sentenceKey({ finding, severity, message }: ReportedFinding): string {
  return JSON.stringify([finding.file, finding.name, severity, message]);
}

function otherPlaces(
  others: readonly ReportedFinding[],
  sourceOf: (path: string) => SourceText,
  page: Page,
): readonly string[] {
  if (others.length === 0) return [];
  const shown = others.slice(0, SHOWN_PLACES);
  const gutter = Math.max(
    ...shown.map(({ finding: { file, span } }) => String(sourceOf(file).lineAt(span.start) + 1).length),
  );
  const left = others.length - shown.length;
  return [
    `  the same of ${counted(others.length, "more line")}:`,
    ...shown.flatMap(({ finding: { file, span } }) =>
      codeFrame(sourceOf(file), span, { ...page, gutter }).slice(0, 1),
    ),
    ...(left > 0 ? [`  and of ${left.toLocaleString("en")} that --format json lists`] : []),
  ];
}
