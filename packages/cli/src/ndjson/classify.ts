import type { ClassifiedBlock } from "./block-classifier.js";
import { type Block, BlockSplitter } from "./block-splitter.js";
import { type BadLine, NO_LINES, sumOf, type Tally } from "./tally.js";

/** Where the lines with their verdicts go, and what is said about those that have none. */
export interface Sinks {
  /** Takes bytes of the output; the next are given when it is done. */
  write(bytes: Buffer): Promise<void>;
  /** Takes a line that could not be read. */
  reject(bad: BadLine): void;
  /** Called after each block of the input. */
  advance(tally: Tally): Promise<void>;
}

/** Puts verdicts into blocks, here or in other threads. */
export interface Classifying {
  /** @param isFirst whether the stream begins with the block */
  classify(block: Buffer, isFirst: boolean): ClassifiedBlock | Promise<ClassifiedBlock>;
  /** How many blocks it can work at. */
  readonly mostBlocks: number;
}

/** A longer line is reported and left out. */
const LONGEST_LINE = 256 * 1024 * 1024;

/** Blocks are not taken on beside others that are so long together, in bytes. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Puts a verdict into each line of a stream of JSON lines. What stands outside the verdicts stays as it is, byte by byte:
 * line ends, empty lines, a byte order mark at the start. Lines that can't be read are left out and reported. It holds a few
 * chunks of the stream and a line at a time, however long the stream is.
 */
export async function classifyLines(
  input: AsyncIterable<Buffer>,
  classifying: Classifying,
  sinks: Sinks,
): Promise<Tally> {
  const splitter = new BlockSplitter(LONGEST_LINE);
  const blocks = new BlocksInOrder(classifying, sinks);
  for await (const chunk of input) for (const block of splitter.push(chunk)) await blocks.take(block);
  const last = splitter.end();
  if (last !== null) await blocks.take(last);
  return blocks.end();
}

/** Gives blocks to be classified, and what becomes of them to the sinks, in their order. */
class BlocksInOrder {
  readonly #classifying: Classifying;
  readonly #sinks: Sinks;
  #tally = NO_LINES;
  #isFirst = true;
  /** Blocks that are not written yet, the oldest first: done when they are. */
  readonly #open: { readonly bytes: number; readonly written: Promise<void> }[] = [];
  #openBytes = 0;

  constructor(classifying: Classifying, sinks: Sinks) {
    this.#classifying = classifying;
    this.#sinks = sinks;
  }

  /** Done when there is room for another block. */
  async take(block: Block): Promise<void> {
    const bytes = block.kind === "lines" ? block.bytes.length : 0;
    while (this.#open.length > 0 && this.#openBytes + bytes > MOST_BYTES) await this.#writeOldest();
    const classified = block.kind === "lines" ? this.#classify(block.bytes) : TOO_LONG;
    this.#isFirst = false;
    const before = this.#open.at(-1)?.written ?? Promise.resolve();
    const written = before.then(async () => this.#write(await classified));
    // What goes wrong is told by the oldest that waits for it; of the others nobody asks.
    written.catch(() => {});
    this.#open.push({ bytes, written });
    this.#openBytes += bytes;
    while (this.#open.length >= this.#classifying.mostBlocks) await this.#writeOldest();
  }

  /** Done when all is written. */
  async end(): Promise<Tally> {
    while (this.#open.length > 0) await this.#writeOldest();
    await this.#sinks.advance(this.#tally);
    return this.#tally;
  }

  #classify(bytes: Buffer): ClassifiedBlock | Promise<ClassifiedBlock> {
    return this.#classifying.classify(bytes, this.#isFirst);
  }

  async #writeOldest(): Promise<void> {
    const [oldest] = this.#open;
    if (oldest === undefined) return;
    await oldest.written;
    this.#open.shift();
    this.#openBytes -= oldest.bytes;
  }

  async #write({ output, bad, tally }: ClassifiedBlock): Promise<void> {
    for (const { line, column, reason } of bad) {
      this.#sinks.reject({ line: this.#tally.lines + line, column, reason });
    }
    this.#tally = sumOf(this.#tally, tally);
    if (output.length > 0) await this.#sinks.write(output);
    await this.#sinks.advance(this.#tally);
  }
}

const TOO_LONG: ClassifiedBlock = {
  output: Buffer.alloc(0),
  bad: [{ line: 1, column: null, reason: "this line is longer than 256 MB" }],
  tally: { ...NO_LINES, lines: 1, bad: 1 },
};
