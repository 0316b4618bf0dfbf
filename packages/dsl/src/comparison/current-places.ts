import type { Mapping } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import { unchangedRules } from "./unchanged-rules.js";

/**
 * Where the rules of a mapping stand after an edit: the same rule, be it elsewhere, or else the one that was written in its place. For
 * people, who see one rule there.
 *
 * @returns the place among the new mapping's rules of a place among the old one's; null for a rule that is gone
 */
export function currentPlaces(before: Mapping, after: Mapping): (place: number) => number | null {
  const { newPlaceOf, oldPlaceOf } = unchangedRules(before.rules, after.rules);
  const places = new Map(newPlaceOf);
  const came = new Map<string, number>();
  after.rules.forEach(({ model }, place) => {
    if (!oldPlaceOf.has(place) && !came.has(ruleKeyOf(model))) came.set(ruleKeyOf(model), place);
  });
  // Between two rules that stayed, as many may have gone as have come.
  let start = { before: 0, after: 0 };
  for (const [oldPlace, newPlace] of [...newPlaceOf, [before.rules.length, after.rules.length] as const]) {
    const isRewritten = oldPlace - start.before === newPlace - start.after;
    for (let place = start.before; place < oldPlace; place++) {
      const rule = before.rules[place];
      const moved = rule === undefined ? undefined : came.get(ruleKeyOf(rule.model));
      const found = moved ?? (isRewritten ? start.after + place - start.before : null);
      if (found !== null) places.set(place, found);
    }
    start = { before: oldPlace + 1, after: newPlace + 1 };
  }
  return (place) => places.get(place) ?? null;
}
