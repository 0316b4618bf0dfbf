import type { Fix, TextEdit } from "./finding.js";

/** A text with fixes applied to it, and how many were. */
export interface FixedText {
  readonly text: string;
  readonly applied: number;
}

/**
 * Applies fixes to the text that they were made for. Of fixes that touch the same place only the first in the list is
 * applied, whole or not at all: check the result again to see what is left.
 */
export function applyFixes(text: string, fixes: readonly Fix[]): FixedText {
  const taken: TextEdit[] = [];
  let applied = 0;
  for (const { edits } of fixes) {
    if (edits.some((edit) => taken.some((other) => overlaps(edit, other)))) continue;
    taken.push(...edits);
    applied++;
  }
  return { text: applyEdits(text, taken), applied };
}

/** Applies edits that do not overlap. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = "";
  let from = 0;
  for (const { span, newText } of [...edits].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end,
  )) {
    result += text.slice(from, span.start) + newText;
    from = span.end;
  }
  return result + text.slice(from);
}

/** Two insertions at one place overlap too: nobody could say which comes first. */
function overlaps({ span: a }: TextEdit, { span: b }: TextEdit): boolean {
  return (a.start < b.end && b.start < a.end) || a.start === b.start;
}
