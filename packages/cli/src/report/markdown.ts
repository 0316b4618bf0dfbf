import { deadLines } from "../terminal/dead-line.js";

/** A comment on GitHub holds 65,536 characters; bytes are never fewer. */
export const MOST_BYTES = 60_000;

/** Room for the last lines. */
export const TAIL_BYTES = 2_000;

/** Blocks of Markdown up to a size in bytes, of which as many are taken as fit; no runner finds a command in what is printed of them. */
export class BoundedMarkdown {
  readonly #blocks: string[] = [];
  #room: number;

  constructor(most: number) {
    this.#room = most;
  }

  /** Takes a block, if it fits; otherwise none of it. */
  add(block: string): boolean {
    const dead = deadLines(block);
    const bytes = Buffer.byteLength(dead) + 2;
    if (bytes > this.#room) return false;
    this.#room -= bytes;
    this.#blocks.push(dead);
    return true;
  }

  /** All that was taken, with `tail` behind it. */
  textWith(tail: readonly string[]): string {
    return [...this.#blocks, ...tail.map(deadLines)].join("\n\n");
  }
}
