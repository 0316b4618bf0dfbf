import { createJsonAutomaton, isJsonPathInAutomaton, JSON_TABLE } from "./json-automaton.js";
import type { JsonSegment } from "./json-field.js";
import { JSON_SCAN_BINARY } from "./json-scan-binary.generated.js";
import { unescapeJson } from "./json-scanner.js";
import { replaceLoneSurrogates } from "./utf8.js";
import { readUtf8Text } from "./utf8-text.js";
import {
  type Utf8Decoder,
  type Utf8Encoder,
  utf8Decoder,
  utf8Encoder,
  wasmExports,
} from "./wasm-instance.js";

/** What a path picks, without its place. */
export interface JsonPart {
  /** As in `Picked`. */
  readonly text: string | null;
  /** As in `Picked`. */
  readonly blank: boolean;
  /** Whether the text is known to have ASCII characters alone, so that the engine's `toLowerCase` folds it. */
  readonly isAscii: boolean;
}

/** The memory of wasm/json-scan.ts. Offsets of places are bytes from the body's beginning, or UTF-16 units. */
interface JsonScanner {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  scan(end: number): number;
  toUnits(count: number): void;
}

/* Where things stand in memory. */
const JSON_PASS_LAST = 48;
const JSON_PASS_LOADED = 52;
const JSON_PLACES = 0x10000;
const JSON_INPUT = 0x30000;

/** The longest body in bytes that is copied into the scanner's memory, which never shrinks: 8 MiB. */
const LONGEST_JSON_INPUT = 0x800000;
/** What the scanner reads and writes behind the body. */
const BEHIND_JSON_INPUT = 32;
const WASM_PAGE = 0x10000;

/* What `scan` gives instead of a number of places. */
const SCAN_NOT_JSON = -1;

/* Kinds of places. */
const JSON_PLACE_NULL = 1;
const JSON_PLACE_ESCAPED = 3;
const JSON_PLACE_EMPTY = 4;
const JSON_PLACE_NOT_ASCII = 8;

/**
 * Reads all paths in one pass over a body. Gives null for a body that it does not read: what is rare is left to `pickJson`.
 */
export type JsonPass = (body: string | Uint8Array) => JsonReading | null;

/**
 * A pass that picks what each of the paths picks: of a string as of the same text as UTF-8 bytes (one leading byte order mark
 * is dropped, what is malformed becomes U+FFFD). Never throws. Time is linear in the body's length, whatever the body.
 */
export function createJsonPass(paths: readonly (readonly JsonSegment[])[]): JsonPass {
  const scanner = wasmExports(JSON_SCAN_BINARY) as JsonScanner | null;
  const encoder = utf8Encoder();
  const automaton = encoder === null ? null : createJsonAutomaton(paths, encoder);
  if (scanner === null || encoder === null || automaton === null || !paths.some(isJsonPathInAutomaton)) {
    return () => null;
  }
  const input = new JsonPassInput(scanner, encoder, automaton.table);
  const picking: JsonPicking = {
    followed: paths.map(isJsonPathInAutomaton),
    reached: paths.map((_, path) => automaton.accepted.map((accepted) => accepted.includes(path))),
    decoder: utf8Decoder(),
  };
  return (body) => {
    const length = typeof body === "string" ? input.putText(body) : input.putBytes(body);
    if (length < 0) return null;
    const count = scanner.scan(JSON_INPUT + length);
    if (count < SCAN_NOT_JSON) return null;
    if (count <= 0) return new JsonReading(picking, body, [], count === SCAN_NOT_JSON);
    if (typeof body === "string" && length > body.length) scanner.toUnits(count);
    return new JsonReading(picking, body, input.places(count), false);
  };
}

interface JsonPicking {
  /** Of each path, whether the automaton follows it. */
  readonly followed: readonly boolean[];
  /** Of each path, whether it leads to places of each accepting set. */
  readonly reached: readonly (readonly boolean[])[];
  readonly decoder: Utf8Decoder | null;
}

/** What a pass has found in a body. Texts are made when they are asked for. */
export class JsonReading {
  private readonly picking: JsonPicking;
  private readonly body: string | Uint8Array;
  /** Of each place its start, its end, and its accepting set and kind. */
  private readonly places: readonly number[];
  private readonly isFaulty: boolean;

  constructor(picking: JsonPicking, body: string | Uint8Array, places: readonly number[], isFaulty: boolean) {
    this.picking = picking;
    this.body = body;
    this.places = places;
    this.isFaulty = isFaulty;
  }

  /** What the path of that number picks, as `pickJson` has it; null if `pickJson` has to read this path. */
  parts(path: number): readonly JsonPart[] | null {
    if (this.isFaulty) return [];
    if (this.picking.followed[path] !== true) return null;
    const reached = this.picking.reached[path] ?? [];
    const parts: JsonPart[] = [];
    for (let place = 0; place < this.places.length; place += 3) {
      const what = this.places[place + 2] ?? 0;
      if (reached[what >> 4] === true) parts.push(this.partAt(place, what & 15));
    }
    return parts;
  }

  private partAt(place: number, kind: number): JsonPart {
    if ((kind & 7) >= JSON_PLACE_EMPTY)
      return { text: null, blank: kind === JSON_PLACE_EMPTY, isAscii: false };
    if (kind === JSON_PLACE_NULL) return { text: "null", blank: true, isAscii: true };
    const { body } = this;
    const start = this.places[place] ?? 0;
    const end = this.places[place + 1] ?? 0;
    let text =
      typeof body === "string"
        ? body.slice(start, end)
        : readUtf8Text(body, start, end, kind < JSON_PLACE_NOT_ASCII, this.picking.decoder);
    if (kind < JSON_PLACE_ESCAPED) return { text, blank: start === end, isAscii: true };
    if (kind >= JSON_PLACE_NOT_ASCII) text = replaceLoneSurrogates(text);
    if ((kind & 7) === JSON_PLACE_ESCAPED) text = unescapeJson(text);
    return { text, blank: false, isAscii: false };
  }
}

/** Puts a pass's table and a body into the scanner's memory, which all passes of a realm share. */
class JsonPassInput {
  readonly scanner: JsonScanner;
  readonly encoder: Utf8Encoder;
  readonly table: Uint8Array;
  /** Tells the table from that of other passes. */
  readonly pass: number;
  /** The memory from the input on, and all of it: anew whenever it has grown. */
  input = new Uint8Array(0);
  words = new Uint32Array(0);

  constructor(scanner: JsonScanner, encoder: Utf8Encoder, table: Uint8Array) {
    this.scanner = scanner;
    this.encoder = encoder;
    this.table = table;
    this.pass = this.reserve(0) ? (this.words[JSON_PASS_LAST >> 2] ?? 0) + 1 : 0;
    if (this.pass > 0) this.words[JSON_PASS_LAST >> 2] = this.pass;
  }

  /** Gives the number of bytes; less than 0 if the text is too long. */
  putText(text: string): number {
    if (!this.reserve(text.length)) return -1;
    let { read, written } = this.encoder.encodeInto(text, this.input);
    if (read < text.length || written + BEHIND_JSON_INPUT > this.input.length) {
      if (!this.reserve(Math.min(3 * text.length, LONGEST_JSON_INPUT))) return -1;
      ({ read, written } = this.encoder.encodeInto(text, this.input));
      if (read < text.length || written > LONGEST_JSON_INPUT) return -1;
    }
    this.load();
    return written;
  }

  /** Gives the number of bytes; less than 0 if there are too many. */
  putBytes(bytes: Uint8Array): number {
    if (!this.reserve(bytes.length)) return -1;
    this.input.set(bytes);
    this.load();
    return bytes.length;
  }

  /** The numbers of that many places. */
  places(count: number): readonly number[] {
    const numbers: number[] = [];
    const first = JSON_PLACES >> 2;
    for (let index = first; index < first + 3 * count; index += 1) numbers.push(this.words[index] ?? 0);
    return numbers;
  }

  /** Whether there is room for so many bytes of a body. */
  private reserve(bytes: number): boolean {
    if (bytes > LONGEST_JSON_INPUT) return false;
    const { memory } = this.scanner;
    // Memory that another pass has made larger is at another place; the views of the old one are empty.
    if (this.input.length < bytes + BEHIND_JSON_INPUT) {
      const missing = JSON_INPUT + bytes + BEHIND_JSON_INPUT - memory.buffer.byteLength;
      try {
        if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE));
      } catch {
        return false;
      }
      this.input = new Uint8Array(memory.buffer, JSON_INPUT);
      this.words = new Uint32Array(memory.buffer, 0, JSON_INPUT >> 2);
    }
    return true;
  }

  private load(): void {
    if (this.words[JSON_PASS_LOADED >> 2] === this.pass) return;
    new Uint8Array(this.scanner.memory.buffer).set(this.table, JSON_TABLE);
    this.words[JSON_PASS_LOADED >> 2] = this.pass;
  }
}
