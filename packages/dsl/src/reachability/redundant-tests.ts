import type { Work } from "../solver/work.js";
import type { AskedRules } from "./asked-rules.js";
import type { Conjunction, RuleTest } from "./rule-tests.js";

/** Longer conditions are not looked through. */
const MOST_TESTS = 40;

/**
 * The tests of a condition that the others imply, by their places, ascending: all of them together can be left out. Where two
 * imply each other it is the later one.
 */
export function redundantTests(condition: Conjunction, asked: AskedRules, work: Work): readonly number[] {
  if (condition.length > MOST_TESTS) return [];
  const redundant: number[] = [];
  let kept = condition;
  for (let place = condition.length - 1; place >= 0; place--) {
    const test = condition[place];
    const others = kept.filter((other) => other !== test);
    if (test === undefined || !mayBeImplied(test, others, asked)) continue;
    if (asked.find(others, [[test]], work).kind !== "none") continue;
    redundant.push(place);
    kept = others;
  }
  return redundant.reverse();
}

/** What nothing is known of beside the others either always holds or is not implied by them. */
function mayBeImplied(test: RuleTest, others: Conjunction, asked: AskedRules): boolean {
  return others.some((other) => asked.areRelated(test, other)) || asked.alwaysHolds(test);
}

/** Of a condition that no response meets the fewest tests that leaving out one after the other leaves, by their places. */
export function contradictoryTests(condition: Conjunction, asked: AskedRules, work: Work): readonly number[] {
  let kept = condition;
  if (condition.length <= MOST_TESTS) {
    for (const test of condition) {
      const others = kept.filter((other) => other !== test);
      if (asked.find(others, [], work).kind === "none") kept = others;
    }
  }
  return kept.map((test) => condition.indexOf(test));
}
