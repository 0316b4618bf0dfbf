import { statSync } from "node:fs";
import { safe } from "./safe.js";
import { StatusLine } from "./status-line.js";

/** A run that takes no longer needs no word. */
const SLOW_MILLISECONDS = 1000;

/** Checking a file of this size takes seconds by itself. */
const LARGE_BYTES = 2_000_000;

/**
 * Says on a terminal's standard error how far a run over many files is, once it has taken a second or comes to a large
 * file; the line is gone when the run is over.
 */
export class Progress {
  readonly #verb: string;
  readonly #total: number;
  readonly #started = performance.now();
  readonly #line = new StatusLine();
  #done = 0;
  #lastShown = 0;

  constructor(verb: string, total: number) {
    this.#verb = verb;
    this.#total = total;
  }

  /** Call it before work on a file begins. */
  step(path: string): void {
    this.#done++;
    if (!process.stderr.isTTY) return;
    const now = performance.now();
    const isDue = now - this.#started > SLOW_MILLISECONDS && now - this.#lastShown > SLOW_MILLISECONDS / 10;
    if (!isDue && !isLarge(path)) return;
    this.#lastShown = now;
    this.#line.show(`${this.#verb} ${this.#done} of ${this.#total}: ${safe(path).slice(-50)} …`);
  }

  end(): void {
    this.#line.clear();
  }
}

function isLarge(path: string): boolean {
  try {
    return statSync(path).size > LARGE_BYTES;
  } catch {
    return false;
  }
}
