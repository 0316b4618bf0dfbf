import { compareDecimals, type Decimal } from "../runtime/decimal.js";
import type { NumberStretch } from "./number-stretch.js";
import type { Numbered } from "./ordered-lists.js";

/** Positions on the line of numbers: each limit has one, and so has each gap beside and between them. */
interface Positions {
  readonly first: number;
  /** Included. */
  readonly last: number;
}

/**
 * Items by stretches of the line of numbers, to be asked whose stretches some numbers meet. The limits cut the line into positions; a
 * stretch is kept at the few nodes of a binary tree over these that it fills together, and a number meets those that are kept on
 * the way from its position up to the root. So an answer is a few lists in the items' order, of which no more need to be read than is asked
 * for. Made of all stretches at once; what it takes grows with their number and its logarithm.
 */
export class NumberIndex<Item extends Numbered> {
  readonly #limits: readonly Decimal[];
  /** Where the tree's leaves begin: its root is 1, and below n stand 2n and 2n + 1. */
  readonly #leaves: number;
  readonly #filled: (Item[] | undefined)[] = [];
  /** By node the items whose stretches begin below it. */
  readonly #beginning: (Item[] | undefined)[] = [];
  /** How many stretches cover each position. */
  readonly #coverage: readonly number[];

  /** @param stretches of all items that will be added */
  constructor(stretches: readonly NumberStretch[]) {
    this.#limits = distinctLimits(stretches);
    const positions = 2 * this.#limits.length + 1;
    this.#leaves = 2 ** Math.ceil(Math.log2(positions));
    const changes: number[] = Array.from({ length: positions + 1 }, () => 0);
    for (const stretch of stretches) {
      const { first, last } = this.#positionsOf(stretch);
      changes[first] = (changes[first] ?? 0) + 1;
      changes[last + 1] = (changes[last + 1] ?? 0) - 1;
    }
    let covering = 0;
    this.#coverage = changes.map((change) => {
      covering += change;
      return covering;
    });
  }

  /** How many stretches, this one included, a number at its beginning meets. */
  sharing(stretch: NumberStretch): number {
    return this.#coverage[this.#positionsOf(stretch).first] ?? 0;
  }

  /** Items come in the order of their numbers. */
  add(stretch: NumberStretch, item: Item): void {
    const { first, last } = this.#positionsOf(stretch);
    for (let node = first + this.#leaves; node > 0; node >>= 1) addTo(this.#beginning, node, item);
    for (const node of this.#nodesOver(first, last)) addTo(this.#filled, node, item);
  }

  /**
   * The items for which the numbers may hold both some above the one limit and some below the other, in lists of which each is in their
   * order: those whose stretches the least number meets, and those whose begin between it and the greatest.
   */
  listsFor(numbers: readonly Decimal[]): readonly (readonly Item[])[] {
    const [some] = numbers;
    if (some === undefined) return [];
    let [least, greatest] = [some, some];
    for (const number of numbers) {
      if (compareDecimals(number, least) < 0) least = number;
      if (compareDecimals(number, greatest) > 0) greatest = number;
    }
    const [first, last] = [this.#positionOf(least), this.#positionOf(greatest)];
    const lists: (readonly Item[])[] = [];
    for (let node = first + this.#leaves; node > 0; node >>= 1) lists.push(this.#filled[node] ?? []);
    for (const node of this.#nodesOver(first + 1, last)) lists.push(this.#beginning[node] ?? []);
    return lists;
  }

  /** The nodes below which just these positions stand: the fewest there are. None where the last stands before the first. */
  *#nodesOver(first: number, last: number): Iterable<number> {
    for (
      let [low, high] = [first + this.#leaves, last + this.#leaves + 1];
      low < high;
      [low, high] = [low >> 1, high >> 1]
    ) {
      if (low % 2 === 1) yield low++;
      if (high % 2 === 1) yield --high;
    }
  }

  /** Where no one number is on both sides there must be two; it counts as without an end then, which leaves out less. */
  #positionsOf({ above, below }: NumberStretch): Positions {
    const first = above === null ? 0 : this.#positionOf(above) + 1;
    const last = below === null ? 2 * this.#limits.length : this.#positionOf(below) - 1;
    return first <= last ? { first, last } : { first, last: 2 * this.#limits.length };
  }

  #positionOf(number: Decimal): number {
    let [low, high] = [0, this.#limits.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const limit = this.#limits[middle];
      const order = limit === undefined ? 0 : compareDecimals(limit, number);
      if (order === 0) return 2 * middle + 1;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return 2 * low;
  }
}

function addTo<Item>(lists: (Item[] | undefined)[], place: number, item: Item): void {
  const list = lists[place];
  if (list === undefined) lists[place] = [item];
  else list.push(item);
}

/** All limits, ascending, each once. */
function distinctLimits(stretches: readonly NumberStretch[]): readonly Decimal[] {
  const limits: Decimal[] = [];
  for (const { above, below } of stretches) {
    if (above !== null) limits.push(above);
    if (below !== null) limits.push(below);
  }
  limits.sort(compareDecimals);
  const distinct: Decimal[] = [];
  for (const limit of limits) {
    const last = distinct.at(-1);
    if (last === undefined || compareDecimals(last, limit) !== 0) distinct.push(limit);
  }
  return distinct;
}
