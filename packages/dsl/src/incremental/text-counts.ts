import { changedStretch } from "./list-changes.js";
import { inSteps, type Steps } from "./steps.js";

/** The texts that the items of a list have, each with their number. It knows no file and no earlier version. */
export interface CountedTexts<Item> {
  readonly items: readonly Item[];
  readonly counts: ReadonlyMap<string, number>;
}

/** Counts the texts of a list; of an earlier one only those that differ. Where none do, the counts are the same object. */
export function* countTexts<Item>(
  items: readonly Item[],
  textsOf: (item: Item) => Iterable<string>,
  earlier: CountedTexts<Item> | null,
): Steps<CountedTexts<Item>> {
  const { before, after } = changedStretch(earlier?.items ?? [], items);
  const differences = new Map<string, number>();
  const add = (item: Item, difference: number) => {
    for (const text of textsOf(item)) differences.set(text, (differences.get(text) ?? 0) + difference);
  };
  yield* inSteps(after, (item) => add(item, 1));
  yield* inSteps(before, (item) => add(item, -1));
  if (earlier === null) return { items, counts: differences };
  const changed = Array.from(differences).filter(([, difference]) => difference !== 0);
  if (changed.length === 0) return { items, counts: earlier.counts };
  const counts = new Map(earlier.counts);
  for (const [text, difference] of changed) {
    const count = (counts.get(text) ?? 0) + difference;
    if (count === 0) counts.delete(text);
    else counts.set(text, count);
  }
  return { items, counts };
}
