/** How many changes of one kind a check tries at most: every finding could offer one, and after every edit all are tried anew. */
const MOST_TRIED = 20;

/** Counts the changes that a check tries on the examples of a file. What is found behind the last of them offers none. */
export class Trials {
  #left = MOST_TRIED;

  /** Whether one more may be tried; it counts from then on. */
  take(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    return true;
  }
}
