import type { UnchangedRules } from "./unchanged-rules.js";

/** The rule that decides in the old mapping, and the one that does in the new: places, null where none holds. */
export interface DecidingPair {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The pairs of rules that can decide one and the same response although they are not the same rule, a list for each rule that went,
 * came or moved. A response that an unchanged rule decides in both mappings is of none of them; where it decides in one alone, a
 * rule that changed stands above it in the other.
 */
export function* decidingPairs(
  before: number,
  after: number,
  { newPlaceOf, oldPlaceOf }: UnchangedRules,
): Generator<readonly DecidingPair[]> {
  const changedNew = placesWithout(after, oldPlaceOf);
  const unchanged = [...newPlaceOf].map(([old, now]) => ({ before: old, after: now }));
  for (const old of placesWithout(before, newPlaceOf))
    yield [
      ...changedNew.map((now) => ({ before: old, after: now })),
      ...unchanged.flatMap((pair) => (pair.before > old ? [{ before: old, after: pair.after }] : [])),
      { before: old, after: null },
    ];
  for (const now of changedNew)
    yield [
      ...unchanged.flatMap((pair) => (pair.after > now ? [{ before: pair.before, after: now }] : [])),
      { before: null, after: now },
    ];
}

function placesWithout(count: number, unchanged: ReadonlyMap<number, number>): readonly number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => !unchanged.has(place));
}
