/** The items of an iterable, each made when it is first asked for, and kept for whoever asks again. */
export class Remembered<Item> implements Iterable<Item> {
  readonly #items: Item[] = [];
  readonly #rest: Iterator<Item>;

  constructor(items: Iterable<Item>) {
    this.#rest = items[Symbol.iterator]();
  }

  *[Symbol.iterator](): Generator<Item, undefined> {
    for (let index = 0; ; index++) {
      if (index === this.#items.length) {
        const next = this.#rest.next();
        if (next.done === true) return;
        this.#items.push(next.value);
      }
      const item = this.#items[index];
      if (item !== undefined) yield item;
    }
  }
}
