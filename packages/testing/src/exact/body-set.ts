/** A set of the numbers from 0 to `size` - 1, as bits. */
export type BodySet = Uint32Array;

export function setWhere(size: number, isIn: (number: number) => boolean): BodySet {
  const set = new Uint32Array(Math.ceil(size / 32));
  for (let number = 0; number < size; number += 1)
    if (isIn(number)) set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
  return set;
}

/** What is in all of the sets, and in none of those left out; null if nothing is. */
export function firstIn(all: readonly BodySet[], none: readonly BodySet[], size: number): number | null {
  for (let word = 0; word * 32 < size; word += 1) {
    let bits = word * 32 + 32 > size ? 2 ** (size % 32) - 1 : 0xffffffff;
    for (const set of all) bits &= set[word] ?? 0;
    for (const set of none) bits &= ~(set[word] ?? 0);
    if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits));
  }
  return null;
}

/** What is in each of `positive` and in none of `negative`. */
export function setOf(positive: readonly BodySet[], negative: readonly BodySet[], size: number): BodySet {
  const set = setWhere(size, () => true);
  for (let word = 0; word < set.length; word += 1) {
    let bits = set[word] ?? 0;
    for (const other of positive) bits &= other[word] ?? 0;
    for (const other of negative) bits &= ~(other[word] ?? 0);
    set[word] = bits;
  }
  return set;
}
