import { type Utf8Decoder, utf8Decoder, wasmExports } from "../runtime/wasm-instance.js";
import { NDJSON_SCAN_BINARY } from "./ndjson-scan-binary.generated.js";

/** Where a value stands in a line, in bytes: a string with its quotes. */
export interface ValuePlace {
  readonly start: number;
  readonly end: number;
}

/** A line of JSON with a recorded response. */
export interface RecordedLine {
  /** Null where it is no number. */
  readonly status: number | null;
  /** UTF-8, to be used before the next line is read; null where there is none. */
  readonly body: Uint8Array | null;
  /** Whether the body holds U+FFFD, the mark of a lost character, or bytes that are read as one. */
  readonly holdsLost: boolean;
  /** The value of the member `verdict`; null where there is none. */
  readonly verdict: ValuePlace | null;
  /** Where the brace stands that closes the object. */
  readonly closing: number;
}

/** Reads lines one after the other. */
export interface RecordedLineReader {
  /** Gives null for a line that `JSON.parse` has to read: what is unusual, or wrong. Never throws. */
  read(line: Uint8Array): RecordedLine | null;
}

/** wasm/ndjson-scan.ts. */
interface LineScanner {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  read(end: number): number;
}

/* Where the scanner notes values: start, end and kind of each, and the closing brace. */
const STATUS = 64 >> 2;
const BODY = 76 >> 2;
const VERDICT = 88 >> 2;
const CLOSING = 100 >> 2;
/** How many bytes the body has with its escapes read: it stands behind the line. */
const BODY_LENGTH = 104 >> 2;
const INPUT = 0x10000;

/* Kinds of values. */
const MISSING = 0;
const NULL = 2;
const NUMBER = 3;
const STRING = 4;
const ESCAPED = 8;
const NOT_ASCII = 16;
/** With an escape for U+FFFD. */
const LOST = 32;

/** The longest line in bytes that is copied into the scanner's memory, which never shrinks: 4 MiB. */
const LONGEST_LINE = 0x400000;

/** What the scanner reads and writes behind a text. */
const BEHIND = 32;
const PAGE = 0x10000;

/** Nobody writes a status with so many bytes. */
const LONGEST_NUMBER = 30;
/** So many digits are a number that is exact. */
const MOST_EXACT_DIGITS = 15;
const DIGIT_ZERO = 0x30;

/**
 * Reads the status, the body and the place of the verdict out of lines of JSON, without making anything of the rest; all of it is
 * checked. Null where WebAssembly or its SIMD is not to be had. Readers share their memory.
 */
export function createRecordedLineReader(): RecordedLineReader | null {
  const scanner = wasmExports(NDJSON_SCAN_BINARY) as LineScanner | null;
  const decoder = utf8Decoder();
  return scanner === null || decoder === null ? null : new ScannedLines(scanner, decoder);
}

class ScannedLines implements RecordedLineReader {
  readonly #scanner: LineScanner;
  readonly #decoder: Utf8Decoder;
  #bytes = new Uint8Array(0);
  #words = new Uint32Array(0);

  constructor(scanner: LineScanner, decoder: Utf8Decoder) {
    this.#scanner = scanner;
    this.#decoder = decoder;
  }

  read(line: Uint8Array): RecordedLine | null {
    if (!this.#reserve(line.length)) return null;
    this.#bytes.set(line, INPUT);
    if (this.#scanner.read(INPUT + line.length) === 0) return null;
    const status = this.#status();
    const kind = this.#words[BODY + 2] ?? MISSING;
    if (status === undefined || (kind < STRING && kind !== MISSING && kind !== NULL)) return null;
    const verdict = this.#words[VERDICT + 2] === MISSING ? null : this.#placeOf(VERDICT);
    const closing = this.#words[CLOSING] ?? 0;
    if (kind < STRING) return { status, body: null, holdsLost: false, verdict, closing };
    const { start, end } = this.#placeOf(BODY);
    const written = this.#bytes.subarray(INPUT + start + 1, INPUT + end - 1);
    const holdsLost =
      (kind & LOST) !== 0 || ((kind & NOT_ASCII) !== 0 && this.#decoder.decode(written).includes("\ufffd"));
    if ((kind & ESCAPED) === 0) return { status, body: written, holdsLost, verdict, closing };
    const first = INPUT + line.length + BEHIND;
    const body = this.#bytes.subarray(first, first + (this.#words[BODY_LENGTH] ?? 0));
    return { status, body, holdsLost, verdict, closing };
  }

  #placeOf(value: number): ValuePlace {
    return { start: this.#words[value] ?? 0, end: this.#words[value + 1] ?? 0 };
  }

  /** Null for none; undefined for a number that is written at length. */
  #status(): number | null | undefined {
    if (this.#words[STATUS + 2] !== NUMBER) return null;
    const { start, end } = this.#placeOf(STATUS);
    if (end - start > LONGEST_NUMBER) return undefined;
    let status = 0;
    for (let at = INPUT + start; at < INPUT + end; at++) {
      const digit = (this.#bytes[at] ?? 0) - DIGIT_ZERO;
      if (digit < 0 || digit > 9) return this.#numberAt(start, end);
      status = 10 * status + digit;
    }
    return end - start > MOST_EXACT_DIGITS ? this.#numberAt(start, end) : status;
  }

  #numberAt(start: number, end: number): number {
    return Number(String.fromCharCode(...this.#bytes.subarray(INPUT + start, INPUT + end)));
  }

  /** Whether there is room for a line of so many bytes, and for its body without escapes. */
  #reserve(bytes: number): boolean {
    if (bytes > LONGEST_LINE) return false;
    const needed = INPUT + 2 * (bytes + BEHIND);
    const { memory } = this.#scanner;
    const missing = needed - memory.buffer.byteLength;
    try {
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    } catch {
      return false;
    }
    // Memory that has grown is at another place; the views of the old one are empty.
    if (this.#bytes.length < needed) {
      this.#bytes = new Uint8Array(memory.buffer);
      this.#words = new Uint32Array(memory.buffer, 0, INPUT >> 2);
    }
    return true;
  }
}
