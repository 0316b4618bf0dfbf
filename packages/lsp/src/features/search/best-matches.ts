import { comesInOrder } from "./letters-in-order.js";

/**
 * All of some items or, where there are more than `most`, the first of those that fit what is typed: those that begin with
 * it, then those that hold it, then those that hold its letters in that order, as editors find them.
 */
export class BestMatches<Item> {
  readonly #wanted: string;
  readonly #most: number;
  #count = 0;
  /** The first of all, whether they fit or not. */
  readonly #first: Item[] = [];
  readonly #beginning: Item[] = [];
  readonly #holding: Item[] = [];
  readonly #inOrder: Item[] = [];

  constructor(typed: string, most: number) {
    // What is typed between quotes may hold escapes.
    this.#wanted = typed.replaceAll("\\", "").trim().toLowerCase();
    this.#most = most;
  }

  /** Whether no other item can come among the best any more. */
  get isFull(): boolean {
    return this.#beginning.length >= this.#most;
  }

  /** Takes an item that is found by this text. */
  offer(text: string, item: Item): void {
    this.#count++;
    if (this.#first.length < this.#most) this.#first.push(item);
    const found = text.toLowerCase();
    const tier = found.startsWith(this.#wanted)
      ? this.#beginning
      : found.includes(this.#wanted)
        ? this.#holding
        : comesInOrder(this.#wanted, found)
          ? this.#inOrder
          : null;
    if (tier !== null && tier.length < this.#most) tier.push(item);
  }

  /** The best of those that were offered. */
  get items(): readonly Item[] {
    if (this.#count <= this.#most) return this.#first;
    return [...this.#beginning, ...this.#holding, ...this.#inOrder].slice(0, this.#most);
  }
}

/** The best of many; all where there are no more than `most`. */
export function bestMatches<Item>(
  items: readonly Item[],
  textOf: (item: Item) => string,
  typed: string,
  most: number,
): readonly Item[] {
  const best = new BestMatches<Item>(typed, most);
  for (const item of items) {
    best.offer(textOf(item), item);
    if (best.isFull) break;
  }
  return best.items;
}
