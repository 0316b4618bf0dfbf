/**
 * Long work, bit by bit: between two steps whoever asked for it may do something else, or give up. No step takes longer
 * than a few milliseconds, unless a single statement or body does.
 */
export type Steps<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Goes through the items, with a step after every few of them: each should take some microseconds. */
export function* inSteps<Item>(items: Iterable<Item>, each: (item: Item) => void): Steps<void> {
  let left = ITEMS_PER_STEP;
  for (const item of items) {
    each(item);
    if (--left > 0) continue;
    yield;
    left = ITEMS_PER_STEP;
  }
}

const ITEMS_PER_STEP = 64;
