import type { SourceText } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import { codeFrame, type ReportedFinding } from "@responses/reporting";
import type { Page } from "../terminal/page.js";
import { safe } from "../terminal/safe.js";
import { findingLines } from "./finding-text.js";

/** So many places of one sentence are shown. */
const SHOWN_PLACES = 20;

/** So many findings of one file are shown, those that say the same once: nobody reads on. */
const SHOWN_OF_A_FILE = 1000;

/**
 * Findings, each with an empty line below it; those of a file that say the very same of another place, and nothing besides, once, with the
 * lines that it is said of. Of more than a thousand such of one file the gravest and first are shown, and how many more findings there are.
 * Linear.
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
  const { shown, left } = shownOf([...groups.values()]);
  return [
    ...shown.flatMap(([first, ...others]) =>
      first === undefined
        ? []
        : [...findingLines(first, sourceOf, page), ...otherPlaces(others, sourceOf, page), ""],
    ),
    ...Array.from(left, ([file, count]) => [
      `${safe(file)} has ${counted(count, "more finding")}, which --format json lists`,
      "",
    ]).flat(),
  ];
}

/** The groups that are shown, in their order, and by its file how many findings are in the others. */
function shownOf(groups: readonly (readonly ReportedFinding[])[]): {
  readonly shown: readonly (readonly ReportedFinding[])[];
  readonly left: ReadonlyMap<string, number>;
} {
  const shown = new Set<readonly ReportedFinding[]>();
  const taken = new Map<string, number>();
  const left = new Map<string, number>();
  for (const severity of ["error", "warning", "hint"] as const)
    for (const group of groups) {
      const [first] = group;
      if (first?.severity !== severity) continue;
      const { file } = first.finding;
      const before = taken.get(file) ?? 0;
      if (before < SHOWN_OF_A_FILE) shown.add(group);
      else left.set(file, (left.get(file) ?? 0) + group.length);
      taken.set(file, before + 1);
    }
  return { shown: groups.filter((group) => shown.has(group)), left };
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
