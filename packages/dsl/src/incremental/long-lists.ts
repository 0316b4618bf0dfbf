/*
 * What is done with lists that grow with a file: as arguments of a call (`push(...list)`, `Math.max(...list)`) some hundred thousand
 * items are more than the stack holds.
 */

/** Puts all of the items behind those of the list. */
export function addAll<Item>(list: Item[], items: Iterable<Item>): void {
  for (const item of items) list.push(item);
}

/** The largest of the numbers, and of `least`. */
export function largestOf(numbers: readonly number[], least = Number.NEGATIVE_INFINITY): number {
  return numbers.reduce((largest, number) => Math.max(largest, number), least);
}

/** The smallest of the numbers; infinity where there is none. */
export function smallestOf(numbers: readonly number[]): number {
  return numbers.reduce((smallest, number) => Math.min(smallest, number), Number.POSITIVE_INFINITY);
}
