import { copyBytes } from "./copy-bytes.js";
import { FEW_TEXT_SCAN_BINARY } from "./few-text-scan-binary.generated.js";
import { utf8Encoder, wasmExports } from "./wasm-instance.js";

/**
 * A text in small letters, the rule that holds where it stands, and where in it the scanner looks, as in `ScanPlan`: a number from
 * 0 on is the place at which its windows begin; a negative one, -1 less it, that of the first byte of a pair and, times 128, that
 * of the second.
 */
export type FewTextRow = readonly [text: string, rule: number, place: number];

/** What wasm/few-text-scan.ts exports. Addresses are bytes of the memory. */
export interface FewTextScanExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  tablesOf(mapping: number): number;
  hashAt(at: number): number;
  scan(tables: number, stride: number, pairs: number, end: number, limit: number): number;
}

/** Gives the number of the first text that stands in the body if it is below `limit`, else that; `NO_ANSWER` if it gave up. */
export type FewTextScan = (body: string | Uint8Array, limit: number) => number;

/** So much of a body is searched at a time. */
export const FEW_INPUT_SIZE = 65536;

/** The bytes of a part that are searched with the next one too: as many as the longest text has. */
export const LONGEST_OF_FEW = 32;

// Where things are in the memory, and in tables: wasm/few-text-scan.ts.
export const FEW_INPUT = 1024;
export const FEW_STEPS_LEFT = 8;
const FEW_WINDOW_SIZE_BITS = 2;
const FEW_TEXTS_AT = 1024;
const FEW_TEXT_SIZE_BITS = 6;
const FEW_FIRST_WINDOWS_AT = 2048;
const FEW_PAIRS_AT = 18432;
const FEW_PAIR_SIZE = 48;
const FEW_TABLES_SIZE = 19200;

/**
 * The search of a few texts of ASCII by the small scanner in WebAssembly; null where the host has none. The texts stand in the
 * order of their rules. All mappings of a realm share one memory. Each has a number, and what of it tells where its tables are;
 * they begin with the number, since they are made anew where those of another have taken their place.
 */
export function createFewTextScan(rows: readonly FewTextRow[], stride: number): FewTextScan | null {
  const scanner = wasmExports(FEW_TEXT_SCAN_BINARY) as FewTextScanExports | null;
  const encoder = utf8Encoder();
  if (scanner === null || encoder === null) return null;
  const { buffer } = scanner.memory;
  const numbers = new Uint32Array(buffer);
  const bytes = new Uint8Array(buffer);
  const input = new Uint8Array(buffer, FEW_INPUT, FEW_INPUT_SIZE);
  const pairs = rows.filter(([, , place]) => place < 0).length;
  const own = (numbers[0] || 0) + 1;
  numbers[0] = own;
  const tables = scanner.tablesOf(own);
  const makeTables = (): void => {
    bytes.fill(0, tables, tables + FEW_TABLES_SIZE);
    numbers[tables >> 2] = own;
    let window = 0;
    let pair = tables + FEW_PAIRS_AT;
    // Of the windows with one hash those of the first texts are met first: they come last.
    for (let id = rows.length - 1; id >= 0; id -= 1) {
      const [text, , place] = rows[id] as FewTextRow;
      const code = tables + FEW_TEXTS_AT + (id << FEW_TEXT_SIZE_BITS);
      bytes[code] = encoder.encodeInto(text, bytes.subarray(code + 1)).written;
      if (place < 0) {
        const first = (-1 - place) & 127;
        const second = (-1 - place) >> 7;
        bytes.set([id, first, second], pair);
        bytes.fill(bytes[code + 1 + first] || 0, pair + 16, pair + 32);
        bytes.fill(bytes[code + 1 + second] || 0, pair + 32, pair + FEW_PAIR_SIZE);
        pair += FEW_PAIR_SIZE;
      }
      for (let at = place; at >= 0 && at < place + stride; at += 1) {
        const first = tables + FEW_FIRST_WINDOWS_AT + scanner.hashAt(code + 1 + at);
        window += 1;
        bytes.set([bytes[first] || 0, id, at], tables + (window << FEW_WINDOW_SIZE_BITS));
        bytes[first] = window;
      }
    }
  };
  return (body, limit) => {
    if (numbers[tables >> 2] !== own) makeTables();
    const size = body.length;
    let best = limit;
    let read = 0;
    let kept = 0;
    for (;;) {
      const room = kept === 0 ? input : input.subarray(kept);
      let end = kept;
      if (typeof body === "string") {
        // No more units than there is room for bytes: the slice of a long text is short.
        const part = encoder.encodeInto(read === 0 ? body : body.slice(read, read + FEW_INPUT_SIZE), room);
        read += part.read;
        end += part.written;
      } else {
        const length = Math.min(size - read, room.length);
        copyBytes(length === size ? body : body.subarray(read, read + length), length, room, 0);
        read += length;
        end += length;
      }
      best = scanner.scan(tables, stride, pairs, FEW_INPUT + end, best);
      if (read >= size || best <= 0) return best;
      kept = LONGEST_OF_FEW;
      input.copyWithin(0, end - kept, end);
    }
  };
}
