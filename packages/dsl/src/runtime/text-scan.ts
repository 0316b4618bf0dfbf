import type { CodePointRanges } from "./code-point-ranges.js";
import type { ScanPlan } from "./scan-plan.js";
import { NO_ANSWER, type SearchedText } from "./searched-text.js";
import { TEXT_SCAN_BINARY } from "./text-scan-binary.generated.js";
import {
  SCAN_DECIDES,
  SCAN_HIT_COUNT,
  SCAN_HITS,
  SCAN_INPUT,
  SCAN_INPUT_SIZE,
  SCAN_WORD,
  SCAN_WORD_RANGES,
  type TextScanExports,
} from "./text-scan-exports.js";
import { type Utf8Encoder, utf8Encoder, wasmExports } from "./wasm-instance.js";
import type { WordCharacters } from "./word-characters.js";

/** The search of texts by the scanner in WebAssembly; null where the host has none. The texts stand in the plan's order. */
export function createTextScan(
  texts: readonly SearchedText[],
  plan: ScanPlan,
  words: WordCharacters | null,
): TextScan | null {
  const scanner = wasmExports(TEXT_SCAN_BINARY) as TextScanExports | null;
  const encoder = utf8Encoder();
  return scanner === null || encoder === null ? null : new TextScan(scanner, encoder, texts, plan, words);
}

/** The search of one list of texts by the scanner in WebAssembly. */
export class TextScan {
  readonly scanner: TextScanExports;
  readonly encoder: Utf8Encoder;
  readonly texts: readonly SearchedText[];
  readonly plan: ScanPlan;
  readonly words: WordCharacters | null;
  /** Bytes that are read again with the next part of a body. */
  readonly overlap: number;
  readonly lowest: number;
  /** Where the tables are, and of which generation of the memory; 0 before they are written. */
  tables = 0;
  generation = -1;
  /** How much of a body has been read, in its units or bytes. */
  at = 0;
  /** The memory's input. A memory that grows gets another buffer, and this one is empty then. */
  input: Uint8Array = new Uint8Array(0);

  constructor(
    scanner: TextScanExports,
    encoder: Utf8Encoder,
    texts: readonly SearchedText[],
    plan: ScanPlan,
    words: WordCharacters | null,
  ) {
    this.scanner = scanner;
    this.encoder = encoder;
    this.texts = texts;
    this.plan = plan;
    this.words = words;
    this.overlap = plan.longest + 8;
    const [first] = texts;
    this.lowest = first === undefined ? 0 : first.rank;
  }

  /**
   * Looks for the texts in a body, of which rule `best` is known to hold. Gives the lowest rule that then does; `NO_ANSWER` where
   * the memory does not suffice, or where the filters let through so much that another way is faster.
   */
  search(body: string | Uint8Array, best: number): number {
    const { scanner } = this;
    if (this.generation !== scanner.currentGeneration() && !this.writeTables()) return NO_ANSWER;
    if (this.input.length === 0) {
      this.input = new Uint8Array(scanner.memory.buffer, SCAN_INPUT, SCAN_INPUT_SIZE);
    }
    // A byte order mark at the beginning of a body is no part of it.
    if (typeof body === "string") this.at = body.charCodeAt(0) === 0xfeff ? 1 : 0;
    else this.at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
    let end = this.fill(body, 0);
    if (this.at === body.length) return scanner.scanWhole(this.tables, best, SCAN_INPUT + end);
    scanner.begin(this.tables, best);
    let after = scanner.scan(SCAN_INPUT, SCAN_INPUT + end, 0);
    while (this.at < body.length && after > this.lowest) {
      this.input.copyWithin(0, end - this.overlap, end);
      end = this.fill(body, this.overlap);
      after = scanner.scan(SCAN_INPUT + this.overlap, SCAN_INPUT + end, this.at === body.length ? 1 : 0);
    }
    return after;
  }

  /** Writes as much of the body as there is room for behind so many bytes of the input. Gives where it ends there. */
  fill(body: string | Uint8Array, from: number): number {
    const { input, at } = this;
    const isFirst = at === 0 && from === 0;
    if (typeof body === "string") {
      // No more units than there is room for bytes: the slice of a long text is short.
      const part = isFirst ? body : body.slice(at, at + SCAN_INPUT_SIZE);
      const { read, written } = this.encoder.encodeInto(part, isFirst ? input : input.subarray(from));
      this.at = at + read;
      return from + written;
    }
    this.at = Math.min(body.length, at + SCAN_INPUT_SIZE - from);
    input.set(isFirst && this.at === body.length ? body : body.subarray(at, this.at), from);
    return from + this.at - at;
  }

  /** Adds the numbers of the texts that the last search has noted, in no order; of ranks above its result perhaps some. */
  addHits(found: number[]): void {
    const { memory } = this.scanner;
    const head = new Int32Array(memory.buffer, this.tables, 16);
    const hits = head[SCAN_HITS >> 2] ?? 0;
    const count = head[SCAN_HIT_COUNT >> 2] ?? 0;
    for (const hit of new Int32Array(memory.buffer, hits, count)) found.push(hit);
  }

  /** Gives whether there was memory for them. */
  writeTables(): boolean {
    const { scanner, encoder, texts, plan } = this;
    const { codeBytes, pairs, windows, stride, hashBits, places } = plan;
    const ranges = this.words === null ? NO_RANGES : this.words.ranges();
    const counts = [texts.length, codeBytes, pairs, windows] as const;
    this.tables = scanner.createTables(...counts, stride, hashBits, this.lowest, ranges.length / 2);
    if (this.tables === 0) return false;
    this.generation = scanner.currentGeneration();
    const bytes = new Uint8Array(scanner.memory.buffer);
    const rangesAt = new Int32Array(scanner.memory.buffer, this.tables, 16)[SCAN_WORD_RANGES >> 2] ?? 0;
    new Int32Array(scanner.memory.buffer, rangesAt, ranges.length).set(ranges);
    // Of the windows with one hash those of the lowest ranks are met first: they come last.
    for (let id = texts.length - 1; id >= 0; id -= 1) {
      const searched = texts[id];
      const place = places[id];
      if (searched === undefined || place === undefined) continue;
      const { text, rank, decides, word } = searched;
      const at = scanner.addText(rank, (decides ? SCAN_DECIDES : 0) + (word ? SCAN_WORD : 0), id);
      if (typeof place === "number") {
        scanner.endText(encoder.encodeInto(text, bytes.subarray(at)).written);
        if (place >= 0) scanner.addWindows(place);
        else {
          const first = (-1 - place) & 127;
          const second = (-1 - place) >> 7;
          scanner.addPair(first, bytes[at + first] ?? 0, second, bytes[at + second] ?? 0, 0);
        }
      } else {
        bytes.set(place.code, at);
        scanner.endText(place.code.length);
        for (const window of place.windows) scanner.addWindow(...window);
        for (const pair of place.pairs) scanner.addPair(...pair);
      }
    }
    return true;
  }
}

const NO_RANGES: CodePointRanges = [];
