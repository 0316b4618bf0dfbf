/** The first items, so many at most; of a generator no more are made. */
export function taken<Item>(items: Iterable<Item>, most: number): readonly Item[] {
  const first: Item[] = [];
  if (most <= 0) return first;
  for (const item of items) {
    first.push(item);
    if (first.length >= most) break;
  }
  return first;
}
