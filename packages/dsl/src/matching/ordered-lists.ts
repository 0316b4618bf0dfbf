/** Something with its place among all. */
export interface Numbered {
  readonly number: number;
}

/**
 * What some lists hold, each ascending by number and none twice in one, all in ascending order and each once. Nothing is looked at before
 * it is asked for: beside the number of lists, time is linear in what is taken, up to the logarithm of that number.
 */
export function* inOrder<Item extends Numbered>(lists: Iterable<readonly Item[]>): Iterable<Item> {
  const heap = new Heap<Item>();
  for (const list of lists) heap.add({ list, next: 0 });
  let last = -1;
  for (let item = heap.take(); item !== undefined; item = heap.take()) {
    if (item.number === last) continue;
    last = item.number;
    yield item;
  }
}

/** A list, of which all before `next` is taken. */
interface Reading<Item> {
  readonly list: readonly Item[];
  next: number;
}

/** Lists that are not at their ends; the one with the least next item stands first. */
class Heap<Item extends Numbered> {
  readonly #readings: Reading<Item>[] = [];

  add(reading: Reading<Item>): void {
    if (reading.list.length === 0) return;
    const readings = this.#readings;
    let at = readings.length;
    readings.push(reading);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (this.#numberAt(above) <= this.#numberAt(at)) return;
      this.#swap(above, at);
      at = above;
    }
  }

  /** The least item, which is gone then. */
  take(): Item | undefined {
    const readings = this.#readings;
    const first = readings[0];
    if (first === undefined) return undefined;
    const item = first.list[first.next];
    first.next++;
    if (first.next === first.list.length) {
      const last = readings.pop();
      if (last !== undefined && last !== first) readings[0] = last;
    }
    this.#sink();
    return item;
  }

  #sink(): void {
    for (let at = 0; ; ) {
      let least = at;
      for (const below of [2 * at + 1, 2 * at + 2])
        if (this.#numberAt(below) < this.#numberAt(least)) least = below;
      if (least === at) return;
      this.#swap(least, at);
      at = least;
    }
  }

  #numberAt(at: number): number {
    const reading = this.#readings[at];
    return reading?.list[reading.next]?.number ?? Infinity;
  }

  #swap(one: number, other: number): void {
    const [a, b] = [this.#readings[one], this.#readings[other]];
    if (a === undefined || b === undefined) return;
    this.#readings[one] = b;
    this.#readings[other] = a;
  }
}
