import { isUtf8 } from "node:buffer";
import type { Verdict } from "@responses/dsl";
import type { BadLine, LostBodies, Tally } from "./tally.js";

/** Counts what a block holds, line by line. */
export class BlockTally {
  /** How many lines were begun. */
  lines = 0;
  readonly bad: BadLine[] = [];
  readonly #verdicts = { success: 0, reject: 0, error: 0, unmapped: 0 };
  #lost: LostBodies | null = null;

  /**
   * The verdict on the line that was begun last.
   *
   * @param lost the line, if its body holds U+FFFD
   */
  add({ outcome }: Verdict, lost: Buffer | null): void {
    this.#verdicts[outcome] += 1;
    if (lost === null) return;
    const first: LostBodies = this.#lost ?? { bodies: 0, firstLine: this.lines, isNotUtf8: !isUtf8(lost) };
    this.#lost = { ...first, bodies: first.bodies + 1 };
  }

  /** The line that was begun last could not be read. */
  addBad(column: number | null, reason: string): void {
    this.bad.push({ line: this.lines, column, reason });
  }

  /** @param bytes of the block */
  end(bytes: number): Tally {
    return {
      lines: this.lines,
      bad: this.bad.length,
      bytes,
      verdicts: this.#verdicts,
      lost: this.#lost,
    };
  }
}
