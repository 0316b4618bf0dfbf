/** A comment on GitHub holds 65,536 characters; bytes are never fewer. */
export const MOST_BYTES = 60_000;

/** Room for the last lines. */
export const TAIL_BYTES = 2_000;

/** Blocks of Markdown up to a size in bytes, of which as many are taken as fit. */
export class BoundedMarkdown {
  readonly #blocks: string[] = [];
  #room: number;

  constructor(most: number) {
    this.#room = most;
  }

  /** Takes a block, if it fits; otherwise none of it. */
  add(block: string): boolean {
    const bytes = Buffer.byteLength(block) + 2;
    if (bytes > this.#room) return false;
    this.#room -= bytes;
    this.#blocks.push(block);
    return true;
  }

  /** All that was taken, with `tail` behind it. */
  textWith(tail: readonly string[]): string {
    return [...this.#blocks, ...tail].join("\n\n");
  }
}
