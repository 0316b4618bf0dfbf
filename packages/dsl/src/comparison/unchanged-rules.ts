/** Places of rules that stand in both of two lists, in the order of both: the old place, and the new one. */
export interface UnchangedRules {
  readonly newPlaceOf: ReadonlyMap<number, number>;
  readonly oldPlaceOf: ReadonlyMap<number, number>;
}

/**
 * Rules that stand in both lists, in one order: as many of them as there are if each rule is paired with the equal one that
 * comes as often before it (patience sorting). Takes n log n steps.
 *
 * @param before keys of the rules of the old list, equal for equal rules
 * @param after those of the new one
 */
export function unchangedRules(before: readonly string[], after: readonly string[]): UnchangedRules {
  const places = placesByOccurrence(after);
  const pairs: { readonly before: number; readonly after: number }[] = [];
  for (const [key, place] of placesByOccurrence(before)) {
    const other = places.get(key);
    if (other !== undefined) pairs.push({ before: place, after: other });
  }
  const kept = longestAscending(pairs.sort((a, b) => a.before - b.before));
  return {
    newPlaceOf: new Map(kept.map((pair) => [pair.before, pair.after])),
    oldPlaceOf: new Map(kept.map((pair) => [pair.after, pair.before])),
  };
}

/** The places, by the key and how many equal ones stand before. */
function placesByOccurrence(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  return new Map(
    keys.map((key, place) => {
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return [`${count} ${key}`, place] as const;
    }),
  );
}

interface Pile<Pair> {
  readonly pair: Pair;
  readonly before: Pile<Pair> | null;
}

/** The longest part of a list, in its order, in which the places behind ascend. */
function longestAscending<Pair extends { readonly after: number }>(pairs: readonly Pair[]): readonly Pair[] {
  const piles: Pile<Pair>[] = [];
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
  const longest: Pair[] = [];
  for (let pile = piles.at(-1) ?? null; pile !== null; pile = pile.before) longest.push(pile.pair);
  return longest.reverse();
}
