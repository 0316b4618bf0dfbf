import type { NumberPredicate } from "../plan/predicate.js";
import { numbersImply } from "../plan/relations/number-relations.js";

/**
 * Those of some limits that matter if a number must be beyond all of them: of those that go one way the farthest, whose numbers are beyond
 * the others, too. Linear in the limits.
 */
export function farthestLimits(limits: readonly NumberPredicate[]): readonly NumberPredicate[] {
  return withoutNeedless(limits, (limit, other) => numbersImply(limit, other));
}

/** Those that matter if it must be beyond none of them: of those that go one way the nearest. */
export function nearestLimits(limits: readonly NumberPredicate[]): readonly NumberPredicate[] {
  return withoutNeedless(limits, (limit, other) => numbersImply(other, limit));
}

/** @param isEnough whether the second one need not be looked at beside the first */
function withoutNeedless(
  limits: readonly NumberPredicate[],
  isEnough: (limit: NumberPredicate, other: NumberPredicate) => boolean,
): readonly NumberPredicate[] {
  const kept = new Map<NumberPredicate["how"], NumberPredicate>();
  const others: NumberPredicate[] = [];
  for (const limit of limits) {
    const known = kept.get(limit.how);
    if (known === undefined || isEnough(limit, known)) kept.set(limit.how, limit);
    else if (!isEnough(known, limit)) others.push(limit);
  }
  return [...kept.values(), ...others];
}
