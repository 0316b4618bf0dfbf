/** One line of a stream of bytes. */
export type SplitLine =
  | {
      readonly kind: "line";
      /** The line without its line feed. It may share memory with the chunk that it came in. */
      readonly bytes: Buffer;
      /** Whether a line feed ends it: all lines but perhaps the last. */
      readonly ended: boolean;
    }
  /** Longer than is held in memory; its bytes were let go. */
  | { readonly kind: "too-long"; readonly length: number };

/**
 * Cuts a stream of bytes at its line feeds, however the chunks fall. It holds one unfinished line at most, and of that no
 * more than `longest` bytes. Linear.
 */
export class LineSplitter {
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The lines that end in this chunk. */
  *push(chunk: Buffer): Generator<SplitLine> {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      this.#add(chunk.subarray(start, end));
      yield this.#take(true);
      start = end + 1;
    }
    // A copy of a small rest costs less than keeping the whole chunk for it would.
    if (start < chunk.length) this.#add(start === 0 ? chunk : Buffer.from(chunk.subarray(start)));
  }

  /** What stands behind the last line feed; null if nothing does. */
  end(): SplitLine | null {
    return this.#length === 0 ? null : this.#take(false);
  }

  #add(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#longest) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #take(ended: boolean): SplitLine {
    const pieces = this.#pieces;
    const length = this.#length;
    this.#pieces = [];
    this.#length = 0;
    if (length > this.#longest) return { kind: "too-long", length };
    const [only, second] = pieces;
    const bytes = only !== undefined && second === undefined ? only : Buffer.concat(pieces, length);
    return { kind: "line", bytes, ended };
  }
}
