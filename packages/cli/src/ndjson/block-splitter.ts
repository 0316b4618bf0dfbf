/** A part of a stream of bytes. */
export type Block =
  | {
      readonly kind: "lines";
      /** Whole lines with their line feeds: only the last of a stream can be without. It may share memory with the chunk. */
      readonly bytes: Buffer;
    }
  /** A line that is longer than is held in memory; its bytes were let go. */
  | { readonly kind: "too-long" };

/**
 * Cuts a stream of bytes into blocks of whole lines, one for each chunk in which a line ends. It holds one unfinished line at
 * most, and of that no more than `longest` bytes, which is more than any chunk has. Linear.
 */
export class BlockSplitter {
  readonly #longest: number;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  *push(chunk: Buffer): Generator<Block> {
    const end = chunk.lastIndexOf(LINE_FEED) + 1;
    // A copy: the memory of the chunk can be that of the next one.
    const rest = Buffer.from(chunk.subarray(end));
    if (end > 0) {
      const start = this.#isTooLongWith(chunk) ? chunk.indexOf(LINE_FEED) + 1 : 0;
      if (start > 0) yield { kind: "too-long" };
      const bytes = this.#take(start > 0 ? null : this.#pieces, chunk.subarray(start, end));
      if (bytes.length > 0) yield { kind: "lines", bytes };
    }
    if (rest.length > 0) this.#add(rest);
  }

  /** What stands behind the last line feed; null if nothing does. */
  end(): Block | null {
    if (this.#length === 0) return null;
    if (this.#length > this.#longest) return { kind: "too-long" };
    return { kind: "lines", bytes: this.#take(this.#pieces, NOTHING) };
  }

  /** Whether the unfinished line is too long with what the chunk has of it. */
  #isTooLongWith(chunk: Buffer): boolean {
    return this.#length > 0 && this.#length + chunk.indexOf(LINE_FEED) > this.#longest;
  }

  #add(piece: Buffer): void {
    this.#length += piece.length;
    if (this.#length > this.#longest) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  #take(pieces: readonly Buffer[] | null, bytes: Buffer): Buffer {
    const taken = pieces === null || pieces.length === 0 ? bytes : Buffer.concat([...pieces, bytes]);
    this.#pieces = [];
    this.#length = 0;
    return taken;
  }
}

const LINE_FEED = 0x0a;
const NOTHING = Buffer.alloc(0);
