/**
 * Random choices that a seed decides (Mulberry32): fast enough for hundreds of thousands of test cases, and the same on
 * every machine.
 */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 to 1, 1 excluded. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** Both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error("there is nothing to pick from");
    // The index is inside; the item itself may well be undefined.
    return items[this.integer(0, items.length - 1)] as Item;
  }

  /** As many results of `make` as a number between the bounds says. */
  several<Item>(least: number, most: number, make: (index: number) => Item): Item[] {
    return Array.from({ length: this.integer(least, most) }, (_, index) => make(index));
  }
}
