import { largestOf } from "../incremental/long-lists.js";
import type { SplitFieldDescription } from "../model/fields/split-field.js";

/** What a part of a cut text is to be; null where there is to be no such part. */
export interface WantedSlot {
  readonly field: SplitFieldDescription;
  readonly text: string | null;
}

/** Parts of which a cut text is made at most. */
const MOST_PARTS = 200;

/** Numbers of parts that are tried for one wish at most. */
const MOST_COUNTS = 6;

/**
 * The parts of a text that is cut at one separator, with null for each of which nothing is asked; the fewest parts first.
 * With free edges nothing is asked of the first and of the last.
 */
export function* slotsFor(
  wanted: readonly WantedSlot[],
  edges: "any" | "free" = "any",
): Generator<readonly (string | null)[]> {
  const present = wanted.filter(({ text }) => text !== null);
  const least = largestOf(
    present.map(({ field }) => Math.abs(field.part)),
    1,
  );
  if (least > MOST_PARTS) return;
  for (let count = least; count < least + MOST_COUNTS + most(present); count++) {
    const slots = slotsOf(wanted, count);
    if (slots === null) continue;
    if (edges === "any" || (slots[0] === null && slots.at(-1) === null && count > 2)) yield slots;
  }
}

/** The furthest part from the end: with so many more, parts counted from both ends do not meet. */
function most(wanted: readonly WantedSlot[]): number {
  const furthest = largestOf(
    wanted.map(({ field }) => -field.part),
    0,
  );
  return furthest <= MOST_PARTS ? furthest : 0;
}

function slotsOf(wanted: readonly WantedSlot[], count: number): readonly (string | null)[] | null {
  const slots: (string | null)[] = Array(count).fill(null);
  for (const { field, text } of wanted) {
    const index = field.part > 0 ? field.part - 1 : count + field.part;
    const isThere = index >= 0 && index < count;
    if (text === null ? isThere : !isThere || (slots[index] ?? text) !== text) return null;
    if (text !== null) slots[index] = text;
  }
  return slots;
}
