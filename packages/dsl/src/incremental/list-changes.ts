/** The stretch in which two lists differ. */
export interface ChangedStretch<Item> {
  /** How many items stand before it. */
  readonly start: number;
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

/** Leaves out what two lists have in common at both ends. */
export function changedStretch<Item>(before: readonly Item[], after: readonly Item[]): ChangedStretch<Item> {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - end - 1] === after[after.length - end - 1]) end++;
  return {
    start,
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

/** How a list in which nothing stands twice differs from an earlier one. */
export interface ListChanges<Item> {
  /** In their order. */
  readonly added: readonly Item[];
  readonly removed: ReadonlySet<Item>;
  /** Whether those that stand in both follow each other as before. */
  readonly isOrderKept: boolean;
}

/** Compares two lists. Linear, and very quick where they differ in one short stretch. */
export function changesBetween<Item>(before: readonly Item[], after: readonly Item[]): ListChanges<Item> {
  const stretch = changedStretch(before, after);
  const was = new Set(stretch.before);
  const is = new Set(stretch.after);
  const stayedBefore = stretch.before.filter((item) => is.has(item));
  const stayed = stretch.after.filter((item) => was.has(item));
  return {
    added: stretch.after.filter((item) => !was.has(item)),
    removed: new Set(stretch.before.filter((item) => !is.has(item))),
    isOrderKept: isSameList(stayedBefore, stayed),
  };
}

/** Whether both hold the very same items in the same order. */
export function isSameList<Item>(some: readonly Item[], others: readonly Item[]): boolean {
  return some.length === others.length && some.every((item, index) => item === others[index]);
}
