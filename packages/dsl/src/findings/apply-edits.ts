import { leadingCount } from "../text/leading-count.js";
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
  const made = fixesWithRoom(fixes);
  return {
    text: applyEdits(
      text,
      made.flatMap(({ edits }) => edits),
    ),
    applied: made.length,
  };
}

/** Those of the fixes that `applyFixes` applies. */
export function fixesWithRoom<Made extends Fix>(fixes: readonly Made[]): readonly Made[] {
  const taken = new DisjointEdits();
  return fixes.filter(({ edits }) => {
    const hasRoom = edits.every((edit) => taken.hasRoomFor(edit));
    if (hasRoom) for (const edit of edits) taken.add(edit);
    return hasRoom;
  });
}

/** Edits that do not overlap, in order of place: a new one can only meet its two neighbours. */
class DisjointEdits {
  readonly #edits: TextEdit[] = [];

  hasRoomFor(edit: TextEdit): boolean {
    const index = this.#indexFor(edit);
    return [this.#edits[index - 1], this.#edits[index]].every(
      (neighbour) => neighbour === undefined || !overlaps(edit, neighbour),
    );
  }

  add(edit: TextEdit): void {
    this.#edits.splice(this.#indexFor(edit), 0, edit);
  }

  /** Behind all that begin before it or at the same place. */
  #indexFor({ span }: TextEdit): number {
    return leadingCount(this.#edits, (other) => other.span.start <= span.start);
  }
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
