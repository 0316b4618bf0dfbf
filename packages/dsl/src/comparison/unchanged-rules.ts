import { memoized } from "../incremental/memoized.js";
import type { Rule } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import { areEqualRules, writtenRule } from "./equal-rules.js";

/** Rules that stand in both of two lists, in the order of both. */
export interface UnchangedRules {
  /** By the place in the old list that in the new one, ascending; null for a rule that is none of them. */
  readonly newPlaces: readonly (number | null)[];
  /** The other way round. */
  readonly oldPlaces: readonly (number | null)[];
}

/**
 * Rules that stand in both lists, in one order: those with which both begin and end, and between them as many as there are if each
 * rule is paired with the equal one that comes as often before it (patience sorting). Takes n log n steps the first time for two lists: those
 * who tell of a comparison ask again for the lists that were compared.
 */
export function unchangedRules(before: readonly Rule[], after: readonly Rule[]): UnchangedRules {
  return unchangedSince(before)(after);
}

const unchangedSince = memoized((before: readonly Rule[]) =>
  memoized((after: readonly Rule[]) => computeUnchanged(before, after)),
);

function computeUnchanged(before: readonly Rule[], after: readonly Rule[]): UnchangedRules {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, Math.min(before.length, after.length) - start);
  const shift = after.length - before.length;
  const paired = pairsByOccurrence(before, after, { start, end });
  const newPlaces = withoutCrossing(paired).map((place, old) => {
    if (old < start) return old;
    return old < before.length - end ? place : old + shift;
  });
  const oldPlaces: (number | null)[] = after.map(() => null);
  newPlaces.forEach((place, old) => {
    if (place !== null) oldPlaces[place] = old;
  });
  return { newPlaces, oldPlaces };
}

/** How many rules two lists have in common at their ends. */
interface CommonEnds {
  readonly start: number;
  readonly end: number;
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

/** By the place of each rule of the one list that of the equal one of the other which comes as often before it, the ends left aside. */
function pairsByOccurrence(
  before: readonly Rule[],
  after: readonly Rule[],
  { start, end }: CommonEnds,
): readonly (number | null)[] {
  const paired: (number | null)[] = before.map(() => null);
  const isPaired: boolean[] = after.map(() => false);
  /** Pairs those that are left over yet. */
  const pairEqual = (keyOf: (rule: Rule) => string): void => {
    const first = new Map<string, number>();
    const next: (number | undefined)[] = [];
    for (let place = after.length - end - 1; place >= start; place--) {
      const rule = after[place];
      if (rule === undefined || isPaired[place] === true) continue;
      const key = keyOf(rule);
      next[place] = first.get(key);
      first.set(key, place);
    }
    for (let place = start; first.size > 0 && place < before.length - end; place++) {
      const rule = before[place];
      if (rule === undefined || paired[place] !== null) continue;
      const key = keyOf(rule);
      const other = first.get(key);
      if (other === undefined) continue;
      paired[place] = other;
      isPaired[other] = true;
      const another = next[other];
      if (another === undefined) first.delete(key);
      else first.set(key, another);
    }
  };
  pairEqual(writtenRule);
  // What is written otherwise can still mean the same.
  pairEqual(({ model }) => ruleKeyOf(model));
  return paired;
}

/** As many of the places as there can be such that they ascend, and null for the others. */
function withoutCrossing(places: readonly (number | null)[]): readonly (number | null)[] {
  /** Where the lowest last place of an ascending part of each length stands, and what stands before each in its part. */
  const lowest: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [at, place] of places.entries()) {
    if (place === null) continue;
    let low = 0;
    let high = lowest.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[lowest[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = lowest[low - 1];
    lowest[low] = at;
  }
  const kept: (number | null)[] = places.map(() => null);
  for (let at = lowest.at(-1); at !== undefined; at = previous[at]) kept[at] = places[at] ?? null;
  return kept;
}
