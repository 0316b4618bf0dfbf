import type { UnchangedRules } from "./unchanged-rules.js";

/** The rule that decides in the old mapping, and the one that does in the new: places, null where none holds. */
export interface DecidingPair {
  readonly before: number | null;
  readonly after: number | null;
}

/** A rule that went, came or moved, and those of the other mapping that can decide what it decides. */
export interface ChangedRule {
  /** Which of the mappings has it. */
  readonly side: "before" | "after";
  readonly place: number;
  /** Places in the other mapping; null for no rule. */
  readonly partners: readonly (number | null)[];
  /** The first so many of them came themselves: each is responsible for what it decides, whatever others give. */
  readonly edited: number;
}

/**
 * The pairs of rules that can decide one and the same response although they are not the same rule, by the rule that went, came or
 * moved. A response that an unchanged rule decides in both mappings is of none of them; where it decides in one alone, a rule that
 * changed stands above it in the other.
 */
export function* changedRules({ newPlaces, oldPlaces }: UnchangedRules): Generator<ChangedRule> {
  const went = placesOfNull(newPlaces);
  const came = placesOfNull(oldPlaces);
  // Below a rule in one mapping come as many unchanged ones, in one order, as behind it here.
  const unchangedNew = newPlaces.filter((place) => place !== null);
  const unchangedOld = oldPlaces.filter((place) => place !== null);
  for (const [above, place] of went.entries())
    yield {
      side: "before",
      place,
      partners: [...came, ...unchangedNew.slice(place - above), null],
      edited: came.length,
    };
  for (const [above, place] of came.entries())
    yield { side: "after", place, partners: [...unchangedOld.slice(place - above), null], edited: 0 };
}

/** The rule and one of its partners. */
export function pairWith({ side, place }: ChangedRule, partner: number | null): DecidingPair {
  return side === "before" ? { before: place, after: partner } : { before: partner, after: place };
}

function placesOfNull(places: readonly (number | null)[]): readonly number[] {
  return places.flatMap((other, place) => (other === null ? [place] : []));
}
