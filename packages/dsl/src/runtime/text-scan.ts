import type { CodePointRanges } from "./code-point-ranges.js";
import { copyBytes } from "./copy-bytes.js";
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
import { utf8Encoder, wasmExports } from "./wasm-instance.js";
import type { WordCharacters } from "./word-characters.js";

/** The search of one list of texts by the scanner in WebAssembly. */
export interface TextScan {
  /**
   * Looks for the texts in a body, of which rule `best` is known to hold. Gives the lowest rule that then does; `NO_ANSWER` where
   * the memory does not suffice, or where the filters let through so much that another way is faster.
   */
  readonly search: (body: string | Uint8Array, best: number) => number;
  /** Adds the numbers of the texts that the last search has noted, in no order; of ranks above its result perhaps some. */
  readonly addHits: (found: number[]) => void;
}

const NO_RANGES: CodePointRanges = [];

/**
 * The search of texts by the scanner in WebAssembly; null where the host has none. The texts stand in the order of their ranks, as
 * in the plan. (Its state stands in variables, whose names minifiers shorten: modules carry this.)
 */
export function createTextScan(
  texts: readonly SearchedText[],
  { codeBytes, pairs, windows, stride, hashBits, longest, places }: ScanPlan,
  words: WordCharacters | null,
): TextScan | null {
  const scanner = wasmExports(TEXT_SCAN_BINARY) as TextScanExports | null;
  const encoder = utf8Encoder();
  const [first] = texts;
  if (scanner === null || encoder === null || first === undefined) return null;
  const { memory } = scanner;
  const lowest = first.rank;
  /** Bytes that are read again with the next part of a body. */
  const overlap = longest + 8;
  /** Where the tables are, 0 where there was no memory for them, and of which generation of it. */
  let tables = -1;
  let generation = -1;
  /** How long a body is, and how much of it has been read, in its units or bytes. */
  let size = 0;
  let at = 0;
  /** The memory's input. A memory that grows gets another buffer, and this one is empty then. */
  let input = new Uint8Array(0);

  const headAt = (offset: number): number => new Int32Array(memory.buffer, tables + offset, 1)[0] || 0;

  /** Gives whether there was memory for them. */
  const writeTables = (): boolean => {
    const ranges = words === null ? NO_RANGES : words.ranges();
    const counts = [texts.length, codeBytes, pairs, windows] as const;
    tables = scanner.createTables(...counts, stride, hashBits, lowest, ranges.length / 2);
    if (tables === 0) return false;
    generation = scanner.currentGeneration();
    const bytes = new Uint8Array(memory.buffer);
    new Int32Array(memory.buffer, headAt(SCAN_WORD_RANGES), ranges.length).set(ranges);
    // Of the windows with one hash those of the lowest ranks are met first: they come last.
    for (let id = texts.length - 1; id >= 0; id -= 1) {
      const searched = texts[id];
      const place = places[id];
      if (searched === undefined || place === undefined) continue;
      const { text, rank, decides, word } = searched;
      const code = scanner.addText(rank, (decides ? SCAN_DECIDES : 0) + (word ? SCAN_WORD : 0), id);
      if (typeof place === "number") {
        scanner.endText(encoder.encodeInto(text, bytes.subarray(code)).written);
        if (place >= 0) scanner.addWindows(place);
        else {
          const one = (-1 - place) & 127;
          const other = (-1 - place) >> 7;
          scanner.addPair(one, bytes[code + one] || 0, other, bytes[code + other] || 0, 0);
        }
      } else {
        bytes.set(place.code, code);
        scanner.endText(place.code.length);
        for (const window of place.windows) scanner.addWindow(...window);
        for (const pair of place.pairs) scanner.addPair(...pair);
      }
    }
    return true;
  };

  /** Writes as much of the body as there is room for behind so many bytes of the input. Gives where it ends there. */
  const fill = (body: string | Uint8Array, from: number): number => {
    const isFirst = at + from === 0;
    if (typeof body === "string") {
      // No more units than there is room for bytes: the slice of a long text is short.
      const part = isFirst ? body : body.slice(at, at + SCAN_INPUT_SIZE);
      const { read, written } = encoder.encodeInto(part, isFirst ? input : input.subarray(from));
      at += read;
      return from + written;
    }
    const start = at;
    at = Math.min(size, at + SCAN_INPUT_SIZE - from);
    copyBytes(isFirst && at === size ? body : body.subarray(start, at), at - start, input, from);
    return from + at - start;
  };

  return {
    search(body, best) {
      // What there was no memory for once is not tried again.
      if (tables === 0) return NO_ANSWER;
      if (generation !== scanner.currentGeneration() && !writeTables()) return NO_ANSWER;
      if (input.length === 0) input = new Uint8Array(memory.buffer, SCAN_INPUT, SCAN_INPUT_SIZE);
      size = body.length;
      // A byte order mark at the beginning of a body is no part of it.
      if (typeof body === "string") at = body.charCodeAt(0) === 0xfeff ? 1 : 0;
      else at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0;
      let end = fill(body, 0);
      if (at === size) return scanner.scanWhole(tables, best, SCAN_INPUT + end);
      scanner.begin(tables, best);
      let after = scanner.scan(SCAN_INPUT, SCAN_INPUT + end, 0);
      while (at < size && after > lowest) {
        input.copyWithin(0, end - overlap, end);
        end = fill(body, overlap);
        after = scanner.scan(SCAN_INPUT + overlap, SCAN_INPUT + end, at === size ? 1 : 0);
      }
      return after;
    },
    addHits(found) {
      const hits = new Int32Array(memory.buffer, headAt(SCAN_HITS), headAt(SCAN_HIT_COUNT));
      for (const hit of hits) found.push(hit);
    },
  };
}
