/**
 * Long work, bit by bit: between two steps whoever asked for it may do something else, or give up. No step takes longer
 * than some milliseconds, unless a single statement or body does.
 */
export type Steps<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Reckons when the next step is due, by what the work since the last one costs at a guess. */
export class StepBudget {
  #left = MICROSECONDS_PER_STEP;

  isSpentBy(microseconds: number): boolean {
    this.#left -= microseconds;
    if (this.#left > 0) return false;
    this.#left = MICROSECONDS_PER_STEP;
    return true;
  }
}

const MICROSECONDS_PER_STEP = 500;

/** Goes through the items in steps; each of them costs some microseconds. */
export function* inSteps<Item>(items: Iterable<Item>, each: (item: Item) => void): Steps<void> {
  const budget = new StepBudget();
  for (const item of items) {
    each(item);
    if (budget.isSpentBy(5)) yield;
  }
}
