import type { Tally } from "./classify.js";

const SLOW_MILLISECONDS = 1000;
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
  #lastShown = 0;
  #isShown = false;

  constructor(size: number | null) {
    this.#size = size;
  }

  show({ lines, bytes }: Tally): void {
    if (!this.#isWanted) return;
    const now = performance.now();
    if (now - this.#started < SLOW_MILLISECONDS || now - this.#lastShown < BETWEEN_MILLISECONDS) return;
    this.#lastShown = now;
    this.#isShown = true;
    const perSecond = Math.round((lines / (now - this.#started)) * 1000);
    const share =
      this.#size === null || this.#size === 0 ? "" : `${Math.floor((bytes / this.#size) * 100)} %, `;
    const text = `${share}${lines.toLocaleString("en")} lines, ${perSecond.toLocaleString("en")} a second …`;
    process.stderr.write(`\r\u001b[2K${text}`);
  }

  /** Makes room for something else on the terminal. */
  clear(): void {
    if (this.#isShown) process.stderr.write("\r\u001b[2K");
    this.#isShown = false;
  }
}
