/** What wasm/text-scan.ts exports. Addresses are bytes of the memory. */
export interface TextScanExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  currentGeneration(): number;
  createTables(
    texts: number,
    codeBytes: number,
    pairs: number,
    windows: number,
    stride: number,
    hashBits: number,
    lowestRank: number,
    ranges: number,
  ): number;
  addText(rank: number, flags: number, id: number): number;
  endText(length: number): void;
  addWindows(start: number): void;
  addWindow(value: number, start: number): void;
  addPair(first: number, firstByte: number, second: number, secondByte: number, start: number): void;
  scanWhole(tables: number, rule: number, end: number): number;
  begin(tables: number, rule: number): void;
  scan(fresh: number, end: number, isLast: number): number;
  stepCount(): number;
}

// Where things are in the memory, and in the head of tables: wasm/parts/text-tables.ts.
export const SCAN_INPUT = 1024;
export const SCAN_INPUT_SIZE = 65536;
export const SCAN_HITS = 32;
export const SCAN_HIT_COUNT = 36;
export const SCAN_WORD_RANGES = 40;

// Flags of a text.
export const SCAN_DECIDES = 1;
export const SCAN_WORD = 2;
