/**
 * Counts the steps of a search against a bound: pairs of predicates compared, clauses looked at, letters read by automata, texts
 * tried. Never time, so that the same file gives the same answers everywhere. A step takes some ten nanoseconds.
 */
export class Work {
  readonly bound: number;
  #steps = 0;

  /** @param bound steps that there may be */
  constructor(bound: number) {
    this.bound = bound;
  }

  /** All steps up to now. */
  get steps(): number {
    return this.#steps;
  }

  /** Whether there may be no more. */
  get isExhausted(): boolean {
    return this.#steps > this.bound;
  }

  /** Counts steps; false where there may be no more. */
  spend(steps: number): boolean {
    this.#steps += steps;
    return !this.isExhausted;
  }
}
