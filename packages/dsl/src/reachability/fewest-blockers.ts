import type { Steps } from "../incremental/steps.js";
import { Work } from "../solver/work.js";
import type { AskedRules } from "./asked-rules.js";
import type { MadeResponse } from "./responses.js";
import type { RuleReachability } from "./rule-reachability.js";
import type { SeenAbove } from "./seen-above.js";

/** Responses that are looked at to prove that fewer rules do not suffice. */
const MOST_RESPONSES = 200;

/**
 * What the choice of the fewest may cost, and leaving out those that are not needed where that is too much. That the rule is unreachable is
 * known without.
 */
const MOST_STEPS_OF_CHOICE = 15_000;
const MOST_STEPS_OF_LEAVING_OUT = 20_000;

type Unreachable = RuleReachability & { readonly kind: "unreachable" };

/**
 * The fewest rules above that together take everything that a rule would match. Of each response that the rule holds for, one of
 * the rules that hold above it is needed; the fewest that hit all responses seen are asked whether they suffice, and if they do
 * not, there is one more response (implicit hitting sets: Moreno-Centeno and Karp 2013).
 *
 * @param sufficient rules that suffice
 * @param seen responses that the rule holds for; those that are looked at here are added
 */
export function* fewestBlockers(
  number: number,
  sufficient: readonly number[],
  asked: AskedRules,
  seen: SeenAbove,
  work: Work,
): Steps<Unreachable> {
  const condition = asked.conditionOf(number);
  const takersOf = ({ subject }: MadeResponse): readonly number[] => {
    const takers = asked.holdingAbove(number, subject);
    for (const taker of takers) seen.rules.add(taker);
    return takers;
  };
  const takers = seen.responses.map(takersOf);
  const choosing = new Work(MOST_STEPS_OF_CHOICE);
  while (takers.length < MOST_RESPONSES) {
    const before = choosing.steps;
    const fewest = smallestHittingSet(takers, sufficient.length, choosing);
    work.spend(choosing.steps - before);
    if (fewest === null) break;
    if (fewest.length === sufficient.length) return unreachable(sufficient, true);
    const answer = asked.find(
      condition,
      fewest.map((other) => asked.conditionOf(other)),
      work,
    );
    if (answer.kind === "none") return unreachable(fewest, true);
    if (answer.kind === "undecided") break;
    seen.responses.push(answer.response);
    takers.push(takersOf(answer.response));
    yield;
  }
  const leavingOut = new Work(MOST_STEPS_OF_LEAVING_OUT);
  const needed = asked.neededOf(sufficient, condition, leavingOut);
  work.spend(leavingOut.steps);
  return unreachable(needed, false);
}

function unreachable(blockers: readonly number[], areFewest: boolean): Unreachable {
  return { kind: "unreachable", blockers: [...blockers].sort((a, b) => a - b), areFewest };
}

/**
 * A smallest set with a number of each list; the lists are not empty. Null where it takes too long to tell.
 *
 * @param enough the size of a set that is known to do
 */
function smallestHittingSet(
  lists: readonly (readonly number[])[],
  enough: number,
  work: Work,
): readonly number[] | null {
  let isGivenUp = false;
  let best: readonly number[] | null = null;
  let limit = enough;

  const extend = (chosen: readonly number[]): void => {
    const open = lists.filter((list) => !list.some((number) => chosen.includes(number)));
    if (open.length === 0) {
      best = chosen;
      limit = chosen.length - 1;
      return;
    }
    if (chosen.length + leastNeeded(open) > limit) return;
    const shortest = open.reduce((a, b) => (b.length < a.length ? b : a));
    for (const number of shortest) {
      if (!work.spend(open.length * shortest.length)) {
        isGivenUp = true;
        return;
      }
      extend([...chosen, number]);
      if (chosen.length >= limit) return;
    }
  };

  extend([]);
  return isGivenUp ? null : best;
}

/** Lists that have no number in common need one each. */
function leastNeeded(lists: readonly (readonly number[])[]): number {
  const used = new Set<number>();
  let needed = 0;
  for (const list of lists) {
    if (list.some((number) => used.has(number))) continue;
    needed++;
    for (const number of list) used.add(number);
  }
  return needed;
}
