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
  const { newPlaces, oldPlaces } = unchangedRules(before.rules, after.rules);
  const places = [...newPlaces];
  const came = new Map<string, number>();
  after.rules.forEach(({ model }, place) => {
    if (oldPlaces[place] === null && !came.has(ruleKeyOf(model))) came.set(ruleKeyOf(model), place);
  });
  // Between two rules that stayed, as many may have gone as have come.
  let start = { before: 0, after: 0 };
  for (const [oldPlace, newPlace] of [...newPlaces, after.rules.length].entries()) {
    if (newPlace === null) continue;
    const isRewritten = oldPlace - start.before === newPlace - start.after;
    for (let place = start.before; place < oldPlace; place++) {
      const rule = before.rules[place];
      const moved = rule === undefined ? undefined : came.get(ruleKeyOf(rule.model));
      places[place] = moved ?? (isRewritten ? start.after + place - start.before : null);
    }
    start = { before: oldPlace + 1, after: newPlace + 1 };
  }
  return (place) => places[place] ?? null;
}
