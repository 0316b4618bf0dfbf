import { applyFixes } from "../../findings/apply-edits.js";
import { fixInFile, fixWithLazyKind, type LocalFinding, type LocalFix } from "../../findings/finding.js";
import { largestOf } from "../../incremental/long-lists.js";
import type { StatementReader } from "./certain-fixes.js";

/*
 * A statement is read up to its first fault. Where that has a fix that can hardly be wrong, what stands behind it is read as
 * if it had been made, so that one round mends a statement with several faults.
 */

/** Longer statements are not read again: no person wrote them. */
const LONGEST = 2000;

/**
 * The faults behind the first, `finding`, at their places in `text`; none where nobody can tell what it was to be. `typos` is how
 * many of the statement's faults may still be fixed.
 */
export function furtherFaults(
  finding: LocalFinding,
  text: string,
  read: StatementReader,
  typos: number,
): readonly LocalFinding[] {
  const fix = finding.fixes.find(({ kind }) => kind === "automatic");
  if (fix === undefined || typos === 0 || text.length > LONGEST) return [];
  if (fix.edits.some(({ newText }) => /[\n\r]/.test(newText))) return [];
  const fixed = applyFixes(text, [fixInFile(fix, 0)]).text;
  const end = largestOf(
    fix.edits.map(({ span }) => span.to),
    finding.span.to,
  );
  const shift = text.length - fixed.length;
  return read(fixed, typos - 1).flatMap((found) =>
    found.span.from + shift < end ? [] : [moved(found, shift, end)],
  );
}

/** The finding at its place in the text as it is; fixes that change what stands before `end` are left out. */
function moved(finding: LocalFinding, shift: number, end: number): LocalFinding {
  const movedSpan = ({ from, to }: LocalFinding["span"]) => ({ from: from + shift, to: to + shift });
  const fixes = finding.fixes.flatMap((fix): readonly LocalFix[] => {
    const edits = fix.edits.map(({ span, newText }) => ({ span: movedSpan(span), newText }));
    return edits.every(({ span }) => span.from >= end) ? [fixWithLazyKind(fix, edits, () => fix.kind)] : [];
  });
  return { ...finding, span: movedSpan(finding.span), fixes };
}
