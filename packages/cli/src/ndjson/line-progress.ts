import { StatusLine } from "../terminal/status-line.js";
import type { Tally } from "./tally.js";

/** A stream that takes no longer needs no word. */
const SLOW_MILLISECONDS = 1000;

/** Numbers that change faster cannot be read. */
const BETWEEN_MILLISECONDS = 200;

/**
 * Says on a terminal's standard error how far a stream of lines is, and how fast it goes, once it has taken a second. A
 * terminal that shows the lines themselves needs no more.
 */
export class LineProgress {
  /** Null where it is not known. */
  readonly #size: number | null;
  readonly #isWanted = process.stderr.isTTY && !process.stdout.isTTY;
  readonly #started = performance.now();
  readonly #line = new StatusLine();
  #lastShown = 0;

  constructor(size: number | null) {
    this.#size = size;
  }

  show({ lines, bytes }: Tally): void {
    if (!this.#isWanted) return;
    const now = performance.now();
    if (now - this.#started < SLOW_MILLISECONDS || now - this.#lastShown < BETWEEN_MILLISECONDS) return;
    this.#lastShown = now;
    const perSecond = Math.round((lines / (now - this.#started)) * 1000);
    const share =
      this.#size === null || this.#size === 0 ? "" : `${Math.floor((bytes / this.#size) * 100)} %, `;
    const text = `${share}${lines.toLocaleString("en")} lines, ${perSecond.toLocaleString("en")} a second …`;
    this.#line.show(text);
  }

  /** Makes room for something else on the terminal. */
  clear(): void {
    this.#line.clear();
  }
}
