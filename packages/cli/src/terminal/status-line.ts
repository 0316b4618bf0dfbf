/** From the start of the line, with nothing left of what stood there. */
const LINE_ANEW = "\r\u001b[2K";

/** A line on a terminal's standard error that is written over until it goes. */
export class StatusLine {
  #isShown = false;

  show(text: string): void {
    this.#isShown = true;
    process.stderr.write(LINE_ANEW + text);
  }

  /** Makes room for something else. */
  clear(): void {
    if (this.#isShown) process.stderr.write(LINE_ANEW);
    this.#isShown = false;
  }
}
