import { copyBytes } from "./copy-bytes.js";
import { SCANNER_TABLE } from "./scanner-table.js";
import type { Utf8Encoder } from "./wasm-instance.js";

/** What the memory of a scanner in WebAssembly can do. */
export interface ScannerMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

/* Where it stands which table is in memory, and how many there have been. */
const SCANNER_LAST = 48;
const SCANNER_LOADED = 52;

/** Where a body begins in memory. The scanner writes what it notes before that. */
export const SCANNER_INPUT = 0x30000;
/** The longest body in bytes that is copied into a scanner's memory, which never shrinks: 16 MiB. */
const LONGEST_INPUT = 0x1000000;
/** What scanners read and write behind the body. */
const BEHIND_INPUT = 32;
const WASM_PAGE = 0x10000;

/** Puts a body and the table of an automaton into the memory of a scanner, which all automata of a realm share. */
export class ScannerInput {
  /** The memory before the body: anew whenever it has grown. */
  words = new Uint32Array(0);
  private readonly memory: ScannerMemory;
  private readonly encoder: Utf8Encoder;
  private readonly table: Uint8Array;
  /** Tells the table from those of others; 0 if there was no memory when it was to get one. */
  private readonly number: number;
  private input = new Uint8Array(0);

  constructor(memory: ScannerMemory, encoder: Utf8Encoder, table: Uint8Array) {
    this.memory = memory;
    this.encoder = encoder;
    this.table = table;
    this.number = this.reserve(0) ? (this.words[SCANNER_LAST >> 2] ?? 0) + 1 : 0;
    this.words[SCANNER_LAST >> 2] = this.number;
  }

  /** Gives the number of bytes; -1 if there are too many, or no memory. */
  put(body: string | Uint8Array): number {
    let { length } = body;
    // Without a number of its own the table would be taken for that of another.
    if (this.number === 0 || !this.reserve(length)) return -1;
    if (typeof body === "string") length = this.putText(body);
    else copyBytes(body, length, this.input, 0);
    if (this.words[SCANNER_LOADED >> 2] !== this.number) {
      new Uint8Array(this.memory.buffer).set(this.table, SCANNER_TABLE);
      this.words[SCANNER_LOADED >> 2] = this.number;
    }
    return length;
  }

  /** So many numbers of 32 bits from the address on: a list that is made and read faster than an array of this kind, if it is short. */
  numbersAt(address: number, count: number): readonly number[] {
    // As long as it will be: one that grows takes several times as long.
    const numbers = new Array<number>(count);
    const first = address >> 2;
    for (let index = 0; index < count; index += 1) numbers[index] = this.words[first + index] ?? 0;
    return numbers;
  }

  /** The same of very many, which the collector need not look through. */
  copiedNumbersAt(address: number, count: number): Uint32Array {
    return this.words.slice(address >> 2, (address >> 2) + count);
  }

  private putText(text: string): number {
    let { read, written } = this.encoder.encodeInto(text, this.input);
    if (read < text.length || written + BEHIND_INPUT > this.input.length) {
      if (!this.reserve(Math.min(3 * text.length, LONGEST_INPUT))) return -1;
      ({ read, written } = this.encoder.encodeInto(text, this.input));
    }
    return read < text.length || written > LONGEST_INPUT ? -1 : written;
  }

  /** Whether there is room for so many bytes of a body. */
  private reserve(bytes: number): boolean {
    if (bytes > LONGEST_INPUT) return false;
    // Memory that another has made larger is at another place; the views of the old one are empty.
    if (this.input.length >= bytes + BEHIND_INPUT) return true;
    const { memory } = this;
    const missing = SCANNER_INPUT + bytes + BEHIND_INPUT - memory.buffer.byteLength;
    try {
      if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE));
    } catch {
      return false;
    }
    this.input = new Uint8Array(memory.buffer, SCANNER_INPUT);
    this.words = new Uint32Array(memory.buffer, 0, SCANNER_INPUT >> 2);
    return true;
  }
}
