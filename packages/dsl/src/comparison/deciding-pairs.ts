import type { UnchangedRules } from "./unchanged-rules.js";

/** The rule that decides in the old mapping, and the one that does in the new: places, null where none holds. */
export interface DecidingPair {
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * The pairs of rules that can decide one and the same response although they are not the same rule. A response that an unchanged
 * rule decides in both mappings is none of them; where it decides in one alone, a rule that changed stands above it in the other.
 */
export function* decidingPairs(
  before: number,
  after: number,
  { newPlaceOf, oldPlaceOf }: UnchangedRules,
): Generator<DecidingPair> {
  const changedNew = placesWithout(after, oldPlaceOf);
  for (const old of placesWithout(before, newPlaceOf)) {
    for (const now of changedNew) yield { before: old, after: now };
    for (const [oldPlace, newPlace] of newPlaceOf) if (oldPlace > old) yield { before: old, after: newPlace };
    yield { before: old, after: null };
  }
  for (const now of changedNew) {
    for (const [oldPlace, newPlace] of newPlaceOf) if (newPlace > now) yield { before: oldPlace, after: now };
    yield { before: null, after: now };
  }
}

function placesWithout(count: number, unchanged: ReadonlyMap<number, number>): readonly number[] {
  return Array.from({ length: count }, (_, place) => place).filter((place) => !unchanged.has(place));
}
