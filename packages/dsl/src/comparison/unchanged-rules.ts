import { addToGroup } from "../incremental/groups.js";
import type { Rule } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import { areEqualRules, writtenRule } from "./equal-rules.js";

/** Places of rules that stand in both of two lists, in the order of both: the old place, and the new one. */
export interface UnchangedRules {
  /** Ascending. */
  readonly newPlaceOf: ReadonlyMap<number, number>;
  readonly oldPlaceOf: ReadonlyMap<number, number>;
}

/** A rule that stands in both lists. */
interface PlacePair {
  readonly before: number;
  readonly after: number;
}

/**
 * Rules that stand in both lists, in one order: those with which both begin and end, and between them as many as there are if each
 * rule is paired with the equal one that comes as often before it (patience sorting). Takes n log n steps.
 */
export function unchangedRules(before: readonly Rule[], after: readonly Rule[]): UnchangedRules {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, Math.min(before.length, after.length) - start);
  const pairs = pairsByOccurrence(stretch(before, start, end), stretch(after, start, end));
  const kept: readonly PlacePair[] = [
    ...Array.from({ length: start }, (_, place) => ({ before: place, after: place })),
    ...longestAscending(pairs),
    ...Array.from({ length: end }, (_, place) => ({
      before: before.length - end + place,
      after: after.length - end + place,
    })),
  ];
  return {
    newPlaceOf: new Map(kept.map((pair) => [pair.before, pair.after])),
    oldPlaceOf: new Map(kept.map((pair) => [pair.after, pair.before])),
  };
}

function commonStart(before: readonly Rule[], after: readonly Rule[]): number {
  const differing = before.findIndex((rule, place) => !areEqualPlaces(rule, after[place]));
  return differing < 0 ? before.length : differing;
}

/** @param most how many rules there are that the start leaves */
function commonEnd(before: readonly Rule[], after: readonly Rule[], most: number): number {
  let end = 0;
  while (end < most && areEqualPlaces(before[before.length - end - 1], after[after.length - end - 1])) end++;
  return end;
}

function areEqualPlaces(one: Rule | undefined, other: Rule | undefined): boolean {
  return one !== undefined && other !== undefined && areEqualRules(one, other);
}

/** A rule and where it stands. */
interface PlacedRule {
  readonly place: number;
  readonly rule: Rule;
}

/** The rules that neither the start nor the end has. */
function stretch(rules: readonly Rule[], start: number, end: number): readonly PlacedRule[] {
  return rules.slice(start, rules.length - end).map((rule, index) => ({ place: start + index, rule }));
}

/** Each rule of the one list with the equal one of the other that comes as often before it, ascending in the one list. */
function pairsByOccurrence(
  before: readonly PlacedRule[],
  after: readonly PlacedRule[],
): readonly PlacePair[] {
  const written = pairEqual(before, after, writtenRule);
  // What is written otherwise can still mean the same.
  const meant = pairEqual(written.before, written.after, ({ model }) => ruleKeyOf(model));
  return [...written.pairs, ...meant.pairs].sort((a, b) => a.before - b.before);
}

/** Pairs rules of equal keys, in their order; and those that are left over. */
function pairEqual(
  before: readonly PlacedRule[],
  after: readonly PlacedRule[],
  keyOf: (rule: Rule) => string,
): {
  readonly pairs: readonly PlacePair[];
  readonly before: readonly PlacedRule[];
  readonly after: readonly PlacedRule[];
} {
  const pairs: PlacePair[] = [];
  const places = new Map<string, number[]>();
  for (const { place, rule } of after.toReversed()) addToGroup(places, keyOf(rule), place);
  const paired = new Set<number>();
  const left = before.filter(({ place, rule }) => {
    const other = places.get(keyOf(rule))?.pop();
    if (other === undefined) return true;
    pairs.push({ before: place, after: other });
    paired.add(other);
    return false;
  });
  return { pairs, before: left, after: after.filter(({ place }) => !paired.has(place)) };
}

interface Pile {
  readonly pair: PlacePair;
  readonly before: Pile | null;
}

/** The longest part of a list, in its order, in which the places behind ascend. */
function longestAscending(pairs: readonly PlacePair[]): readonly PlacePair[] {
  const piles: Pile[] = [];
  for (const pair of pairs) {
    let low = 0;
    let high = piles.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((piles[middle]?.pair.after ?? 0) < pair.after) low = middle + 1;
      else high = middle;
    }
    piles[low] = { pair, before: piles[low - 1] ?? null };
  }
  const longest: PlacePair[] = [];
  for (let pile = piles.at(-1) ?? null; pile !== null; pile = pile.before) longest.push(pile.pair);
  return longest.reverse();
}
