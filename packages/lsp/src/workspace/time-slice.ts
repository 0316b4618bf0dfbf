/** Long enough to get on with the work, short enough that nobody notices waiting for it. */
const MILLISECONDS = 8;

/** The time for which work goes on before it lets others have a turn. */
export class TimeSlice {
  #end = 0;

  constructor() {
    this.begin();
  }

  begin(): void {
    this.#end = performance.now() + MILLISECONDS;
  }

  isOver(): boolean {
    return performance.now() >= this.#end;
  }
}

/**
 * Does long work in slices, and lets others have a turn between two of them. `onTurn` is called after each turn and ends the
 * work by throwing.
 */
export async function inSlices<Result>(
  steps: Iterator<void, Result>,
  nextTurn: () => Promise<void>,
  onTurn: () => void = () => {},
): Promise<Result> {
  const slice = new TimeSlice();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (!slice.isOver()) continue;
    await nextTurn();
    onTurn();
    slice.begin();
  }
}
