import type { LocalSpan } from "@responses/dsl";

/**
 * Tells which of many stretches hold an offset, for one offset after the other: each stretch is taken up once and put down once, however
 * many offsets there are.
 */
export class SpansAround<Part extends LocalSpan> {
  /** By where they begin, each with its number in the order in which they were given. */
  readonly #parts: readonly (readonly [number, Part])[];
  #next = 0;
  #open: readonly (readonly [number, Part])[] = [];

  constructor(parts: readonly Part[]) {
    this.#parts = [...parts.entries()].sort(([, one], [, other]) => one.from - other.from);
  }

  /** Those that hold the offset or end there, in the order in which they were given. No offset may be before the one of the last call. */
  at(offset: number): readonly Part[] {
    const first = this.#next;
    while ((this.#parts[this.#next]?.[1].from ?? Infinity) <= offset) this.#next += 1;
    this.#open = [...this.#open, ...this.#parts.slice(first, this.#next)]
      .filter(([, { to }]) => offset <= to)
      .sort(([one], [other]) => one - other);
    return this.#open.map(([, part]) => part);
  }
}
