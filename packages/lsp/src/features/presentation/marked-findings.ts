import type { FindingName } from "@responses/dsl";
import type { ShownFinding } from "../../workspace/analysis/analysed-document.js";

/** Hints of one name that are marked in a file: an editor that draws thousands of marks falls behind whoever types. */
export const MOST_HINTS = 100;

export interface MarkedFinding {
  readonly shown: ShownFinding;
  /** How many hints of that name stand below this one and are not marked. */
  readonly unmarked: number;
}

/**
 * The findings that editors mark: all errors and warnings, and the first hints of each name; the last of these knows how many there are more.
 * Linear.
 */
export function markedFindings(findings: readonly ShownFinding[]): readonly MarkedFinding[] {
  const counts = new Map<FindingName, number>();
  for (const { finding } of findings.filter(isHint))
    counts.set(finding.name, (counts.get(finding.name) ?? 0) + 1);
  const marked = new Map<FindingName, number>();
  return findings.flatMap((shown): readonly MarkedFinding[] => {
    if (!isHint(shown)) return [{ shown, unmarked: 0 }];
    const { name } = shown.finding;
    const number = (marked.get(name) ?? 0) + 1;
    marked.set(name, number);
    if (number > MOST_HINTS) return [];
    return [{ shown, unmarked: number < MOST_HINTS ? 0 : (counts.get(name) ?? 0) - MOST_HINTS }];
  });
}

/** Whether an editor shows it as a hint: what is accepted is one, whatever it was. */
function isHint({ severity, isBaselined }: ShownFinding): boolean {
  return severity === "hint" || isBaselined;
}
