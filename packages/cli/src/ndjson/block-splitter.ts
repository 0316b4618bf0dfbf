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
 * Cuts a stream of bytes into blocks of whole lines: of each chunk the lines that it has whole, and the one that ends in it. It holds one unfinished line at
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
    let start = 0;
    if (end > 0 && this.#length > 0) {
      // By itself: to put the others behind it would take a copy of all.
      start = chunk.indexOf(LINE_FEED) + 1;
      yield this.#takeWith(chunk.subarray(0, start));
    }
    if (end > start) yield { kind: "lines", bytes: chunk.subarray(start, end) };
    if (end < chunk.length) this.#add(chunk.subarray(end));
  }

  /** What stands behind the last line feed; null if nothing does. */
  end(): Block | null {
    return this.#length === 0 ? null : this.#takeWith(NOTHING);
  }

  /** Adds to the unfinished line. */
  #add(piece: Buffer): void {
    this.#length += piece.length;
    // A copy: the memory of the chunk can be that of the next one.
    if (this.#length > this.#longest) this.#pieces = [];
    else this.#pieces.push(Buffer.from(piece));
  }

  /** The unfinished line with its end. */
  #takeWith(lineEnd: Buffer): Block {
    const isTooLong = this.#length + Math.max(0, lineEnd.length - 1) > this.#longest;
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#length = 0;
    return isTooLong ? { kind: "too-long" } : { kind: "lines", bytes: Buffer.concat([...pieces, lineEnd]) };
  }
}

const LINE_FEED = 0x0a;
const NOTHING = Buffer.alloc(0);
