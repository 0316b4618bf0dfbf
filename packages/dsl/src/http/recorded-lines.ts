import {
  type Utf8Decoder,
  type Utf8Encoder,
  utf8Decoder,
  utf8Encoder,
  wasmExports,
} from "../runtime/wasm-instance.js";
import { NDJSON_SCAN_BINARY } from "./ndjson-scan-binary.generated.js";

/** Lines of JSON with recorded responses, many at once. Their numbers begin at 0; places count bytes from where the lines begin. */
export interface RecordedLines {
  /**
   * Takes on as many lines of the block as there is room for, from the offset on; what follows the last line feed is one, too.
   * Gives how many: 0 if there is none, or if the next one is too long.
   */
  take(block: Uint8Array, start: number): number;
  /** Where the first line begins that was not taken. */
  readonly end: number;
  kindOf(line: number): LineKind;
  /** Where the line begins, and where its line feed stands. */
  startOf(line: number): number;
  endOf(line: number): number;

  /* Of a line that is a response. */

  /** Null where it is no number. */
  statusOf(line: number): number | null;
  /** UTF-8, to be used before others are taken on; null where there is none. */
  bodyOf(line: number): Uint8Array | null;
  /** Whether the body holds U+FFFD, the mark of a lost character, or bytes that are read as one. */
  holdsLost(line: number): boolean;
  /** What comes before its verdict. */
  beforeOf(line: number): number;

  /* The lines with texts in their verdicts' places. */

  /** Keeps a text for good, to be put into lines, of which some were taken on; null if it is long, or if there is no room. */
  keep(text: string): KeptText | null;
  /** Where the text goes in a line: for a response it is known. */
  setPlace(line: number, start: number, end: number): void;
  placeStartOf(line: number): number;
  placeEndOf(line: number): number;
  put(line: number, text: KeptText): void;
  /**
   * What stands between the places, with what was put into the lines from number `first` up to, not including, `last`, which lie
   * there: in memory that is used again when others are asked for.
   */
  written(first: number, last: number, from: number, to: number): Uint8Array;
}

/** A text that lines can have in their places. */
export interface KeptText {
  readonly address: number;
  readonly length: number;
}

/** `other` is a line that `JSON.parse` has to read: what is unusual, or wrong. */
type LineKind = "blank" | "other" | "response";

/** What comes before a verdict, by number: nothing, its name, a comma and its name; then the same where blanks follow colons. */
export const BEFORE_VERDICT = ["", '"verdict":', ',"verdict":', "", '"verdict": ', ', "verdict": '] as const;

/** From this number on blanks follow colons. */
export const SPACED_FROM = 3;

/** wasm/ndjson-scan.ts. */
interface LineScanner {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  read(end: number, isLast: number, bodies: number): number;
  write(first: number, last: number, from: number, to: number, output: number): number;
}

/* Whose texts are in memory, and how many have had some there. */
const OWNER = 72 >> 2;
const OWNERS = 76 >> 2;

/* Where it notes what it has read: 64 bytes a line, in numbers of 32 bits. */
const NEXT = 64 >> 2;
const LINES = 0x10000 >> 2;
const LINE_SHIFT = 4;
const MOST_LINES = 512;
const START = 0;
const END = 1;
const KIND = 2;
const STATUS = 3;
const STATUS_START = 4;
const STATUS_END = 5;
const BODY = 6;
const BODY_LENGTH = 7;
const BODY_FLAGS = 8;
const BODY_START = 9;
const BODY_END = 10;
const PLACE_START = 11;
const PLACE_END = 12;
const BEFORE = 13;
const TEXT = 14;
const TEXT_LENGTH = 15;

const KINDS: readonly LineKind[] = ["blank", "other", "response"];
const NO_STATUS = -1;
const UNUSUAL_STATUS = -2;
const NOT_ASCII = 1;
/** With an escape for U+FFFD. */
const LOST = 2;

/** Texts that are kept, between the lines' notes and the input. */
const TEXTS = 0x18000;
const TEXTS_END = 0x28000;
const INPUT = TEXTS_END;
/** No text is longer, so that there is always room for those of all lines, in bytes. */
const LONGEST_TEXT = 512;
const ROOM_FOR_TEXTS = MOST_LINES * LONGEST_TEXT;

/** So many bytes of lines are taken on at once: they, their bodies and what is written stay in a processor's cache. */
const WINDOW = 128 * 1024;
/** The longest line that is taken on, in bytes: memory never shrinks. */
const LONGEST_LINE = 0x400000;
/** The longest status in bytes that is read here. */
const LONGEST_STATUS = 30;
/** What the scanner reads and writes behind a text. */
const BEHIND = 64;
const PAGE = 0x10000;

const LINE_FEED = 0x0a;

/**
 * Reads the status, the body and the place of the verdict out of lines of JSON, without making anything of the rest; all of it is
 * checked. Null where WebAssembly or its SIMD is not to be had. All share their memory: whoever takes lines on is done with them
 * before another does.
 *
 * @param window how many bytes to take on at once, if no line is longer
 */
export function createRecordedLines(window = WINDOW): RecordedLines | null {
  const scanner = wasmExports(NDJSON_SCAN_BINARY) as LineScanner | null;
  const encoder = utf8Encoder();
  const decoder = utf8Decoder();
  if (scanner === null || encoder === null || decoder === null) return null;
  return new ScannedLines(scanner, encoder, decoder, window);
}

class ScannedLines implements RecordedLines {
  readonly #scanner: LineScanner;
  readonly #encoder: Utf8Encoder;
  readonly #decoder: Utf8Decoder;
  readonly #window: number;
  /** Tells its texts from those of others. */
  #number = 0;
  readonly #texts = new Uint8Array(TEXTS_END - TEXTS);
  #textsEnd = 0;
  /** Memory that has grown is at another place; the views of the old one are empty. */
  #bytes = new Uint8Array(0);
  #words = new Int32Array(0);
  #start = 0;
  /** Where bodies are written, and lines. */
  #bodies = 0;
  #output = 0;
  end = 0;

  constructor(scanner: LineScanner, encoder: Utf8Encoder, decoder: Utf8Decoder, window: number) {
    this.#scanner = scanner;
    this.#encoder = encoder;
    this.#decoder = decoder;
    this.#window = window;
    // Where there is no memory, no lines are taken on.
    this.#grow(window);
    this.#takeNumber();
  }

  /** The memory can be that of several readers: the number says whose texts are in it. 0 stands for none. */
  #takeNumber(): void {
    if (this.#number !== 0 || this.#words.length === 0) return;
    this.#number = (this.#words[OWNERS] ?? 0) + 1;
    this.#words[OWNERS] = this.#number;
  }

  take(block: Uint8Array, start: number): number {
    const rest = block.length - start;
    const size = Math.min(this.#window, rest);
    const lines = this.#takeBytes(block, start, size);
    if (lines > 0 || size === rest) return lines;
    const lineFeed = block.indexOf(LINE_FEED, start + size);
    return this.#takeBytes(block, start, (lineFeed < 0 ? block.length : lineFeed + 1) - start);
  }

  kindOf(line: number): LineKind {
    const kind = KINDS[this.#noted(line, KIND)] ?? "other";
    const isLong =
      this.#noted(line, STATUS) === UNUSUAL_STATUS &&
      this.#noted(line, STATUS_END) - this.#noted(line, STATUS_START) > LONGEST_STATUS;
    return isLong ? "other" : kind;
  }

  startOf(line: number): number {
    return this.#start + this.#noted(line, START);
  }

  endOf(line: number): number {
    return this.#start + this.#noted(line, END);
  }

  statusOf(line: number): number | null {
    const status = this.#noted(line, STATUS);
    if (status >= 0) return status;
    if (status === NO_STATUS) return null;
    return Number(this.#decoder.decode(this.#input(line, STATUS_START, STATUS_END)));
  }

  bodyOf(line: number): Uint8Array | null {
    const start = this.#noted(line, BODY);
    return start === 0 ? null : this.#bytes.subarray(start, start + this.#noted(line, BODY_LENGTH));
  }

  holdsLost(line: number): boolean {
    if (this.#noted(line, BODY) === 0) return false;
    const flags = this.#noted(line, BODY_FLAGS);
    if ((flags & LOST) !== 0) return true;
    // Surrogates without their other half are no lost characters, and would be in the body's bytes.
    const isAscii = (flags & NOT_ASCII) === 0;
    return !isAscii && this.#decoder.decode(this.#input(line, BODY_START, BODY_END)).includes("\ufffd");
  }

  beforeOf(line: number): number {
    return this.#noted(line, BEFORE);
  }

  keep(text: string): KeptText | null {
    const room = this.#texts.subarray(this.#textsEnd, this.#textsEnd + LONGEST_TEXT);
    const { read, written } = this.#encoder.encodeInto(text, room);
    if (read < text.length) return null;
    const address = TEXTS + this.#textsEnd;
    this.#textsEnd += written;
    this.#bytes.set(room.subarray(0, written), address);
    return { address, length: written };
  }

  setPlace(line: number, start: number, end: number): void {
    this.#note(line, PLACE_START, start - this.#start);
    this.#note(line, PLACE_END, end - this.#start);
  }

  placeStartOf(line: number): number {
    return this.#start + this.#noted(line, PLACE_START);
  }

  placeEndOf(line: number): number {
    return this.#start + this.#noted(line, PLACE_END);
  }

  put(line: number, { address, length }: KeptText): void {
    this.#note(line, TEXT, address);
    this.#note(line, TEXT_LENGTH, length);
  }

  written(first: number, last: number, from: number, to: number): Uint8Array {
    const output = this.#output;
    const length = this.#scanner.write(first, last, from - this.#start, to - this.#start, output);
    return this.#bytes.subarray(output, output + length);
  }

  #takeBytes(block: Uint8Array, start: number, size: number): number {
    if (!this.#reserve(size)) return 0;
    this.#start = start;
    this.#bytes.set(block.subarray(start, start + size), INPUT);
    const isLast = start + size === block.length ? 1 : 0;
    const lines = this.#scanner.read(INPUT + size, isLast, this.#bodies);
    this.end = start + (this.#words[NEXT] ?? 0);
    return lines;
  }

  #input(line: number, start: number, end: number): Uint8Array {
    return this.#bytes.subarray(INPUT + this.#noted(line, start), INPUT + this.#noted(line, end));
  }

  #noted(line: number, what: number): number {
    return this.#words[LINES + (line << LINE_SHIFT) + what] ?? 0;
  }

  #note(line: number, what: number, value: number): void {
    this.#words[LINES + (line << LINE_SHIFT) + what] = value;
  }

  /** Whether there is room for so many bytes of lines, and the texts are there. */
  #reserve(bytes: number): boolean {
    if (bytes > LONGEST_LINE || !this.#grow(bytes)) return false;
    this.#takeNumber();
    if (this.#words[OWNER] !== this.#number) {
      this.#words[OWNER] = this.#number;
      this.#bytes.set(this.#texts.subarray(0, this.#textsEnd), TEXTS);
    }
    return true;
  }

  /** Whether there is room for so many bytes of lines, for their bodies and for what is written. */
  #grow(bytes: number): boolean {
    const { memory } = this.#scanner;
    this.#bodies = INPUT + bytes + BEHIND;
    this.#output = this.#bodies + bytes + BEHIND;
    const missing = this.#output + bytes + ROOM_FOR_TEXTS + BEHIND - memory.buffer.byteLength;
    try {
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
    } catch {
      return false;
    }
    if (this.#bytes.length > 0) return true;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new Int32Array(memory.buffer);
    return true;
  }
}
