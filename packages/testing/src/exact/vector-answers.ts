import type { Response } from "@responses/dsl";
import { choicesOf, type ExactAnswers, type ExactRule } from "./exact-answers.js";
import type { NumberedRule, NumberedTest } from "./numbered-tests.js";
import type { TruthVector } from "./truth-vectors.js";

/** What is true of a list, read off the combinations of tests that there are. */
export function answersFromVectors(
  rules: readonly NumberedRule[],
  vectors: readonly TruthVector[],
): ExactAnswers {
  const situations = situationsOf(rules, vectors);
  return {
    rules: rules.map((_, place) => ruleAt(place, situations)),
    overlaps: choicesOf(placesOf(rules), 2).flatMap(([upper = 0, lower = 0]) =>
      situations.some(({ holding }) => holding.includes(upper) && holding.includes(lower))
        ? [[upper, lower] as const]
        : [],
    ),
    redundant: rules.flatMap(({ tests }, place) => {
      if (!situations.some(({ holding }) => holding.includes(place))) return [];
      return tests.flatMap((own, index) => {
        const others = tests.filter((test) => test !== own);
        const isImplied = vectors.every((vector) => !allHold(others, vector) || allHold([own], vector));
        return isImplied ? [[place, index] as const] : [];
      });
    }),
  };
}

/** Whether the rules at these places take every response for which the one at `place` holds. */
export function suffice(
  blockers: readonly number[],
  place: number,
  rules: readonly NumberedRule[],
  vectors: readonly TruthVector[],
): boolean {
  return situationsOf(rules, vectors).every(
    ({ holding }) => !holding.includes(place) || blockers.some((blocker) => holding.includes(blocker)),
  );
}

/** Whether the other tests imply all of those at these places among them. */
export function canBeLeftOut(
  places: readonly number[],
  tests: readonly NumberedTest[],
  vectors: readonly TruthVector[],
): boolean {
  const kept = tests.filter((_, place) => !places.includes(place));
  return vectors.every((vector) => !allHold(kept, vector) || allHold(tests, vector));
}

/** The rules that decide one and the same response in two lists, by their places; null for none. */
export interface DecidingPair {
  readonly old: number | null;
  readonly new: number | null;
  readonly response: Response | null;
}

/** Every pair of rules that decide one and the same response in the old and in the new list. */
function decidingPairs(
  oldRules: readonly NumberedRule[],
  newRules: readonly NumberedRule[],
  vectors: readonly TruthVector[],
): readonly DecidingPair[] {
  const pairs = new Map<string, DecidingPair>();
  for (const vector of vectors) {
    const decides = (rules: readonly NumberedRule[]): number | null => {
      const place = rules.findIndex(({ tests }) => allHold(tests, vector));
      return place < 0 ? null : place;
    };
    const pair = { old: decides(oldRules), new: decides(newRules), response: vector.response };
    const key = `${pair.old} ${pair.new}`;
    if (!pairs.has(key)) pairs.set(key, pair);
  }
  return [...pairs.values()];
}

/** The pairs that give different verdicts: none if the lists are equal for every response. */
export function changingPairs(
  oldRules: readonly NumberedRule[],
  newRules: readonly NumberedRule[],
  vectors: readonly TruthVector[],
): readonly DecidingPair[] {
  const verdictAt = (rules: readonly NumberedRule[], place: number | null): string | undefined =>
    place === null ? undefined : rules[place]?.verdict;
  return decidingPairs(oldRules, newRules, vectors).filter(
    (pair) => verdictAt(oldRules, pair.old) !== verdictAt(newRules, pair.new),
  );
}

/** The places of all rules that hold together for some response. */
interface Situation {
  readonly holding: readonly number[];
  readonly response: Response | null;
}

function situationsOf(rules: readonly NumberedRule[], vectors: readonly TruthVector[]): readonly Situation[] {
  const situations = new Map<string, Situation>();
  for (const vector of vectors) {
    const holding = placesOf(rules).filter((place) => allHold(rules[place]?.tests ?? [], vector));
    const key = holding.join();
    if (!situations.has(key)) situations.set(key, { holding, response: vector.response });
  }
  return [...situations.values()];
}

function allHold(tests: readonly NumberedTest[], { holds }: TruthVector): boolean {
  return tests.every(({ asked, negated }) => ((holds >> BigInt(asked)) & 1n) === (negated ? 0n : 1n));
}

function ruleAt(place: number, situations: readonly Situation[]): ExactRule {
  const own = situations.filter(({ holding }) => holding.includes(place));
  if (own.length === 0) return { kind: "impossible" };
  const decided = own.find(({ holding }) => holding[0] === place);
  if (decided !== undefined) return { kind: "reachable", response: decided.response };
  const above = own.map(({ holding }) => holding.filter((other) => other < place));
  const candidates = [...new Set(above.flat())].sort((a, b) => a - b);
  for (let size = 1; size <= candidates.length; size += 1) {
    const fewest = choicesOf(candidates, size).filter((choice) =>
      above.every((holding) => holding.some((other) => choice.includes(other))),
    );
    if (fewest.length > 0) return { kind: "unreachable", fewest };
  }
  throw new Error("all rules above together take every response that one of them takes");
}

function placesOf(rules: readonly NumberedRule[]): readonly number[] {
  return rules.map((_, place) => place);
}
