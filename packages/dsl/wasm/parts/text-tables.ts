/*
 * The tables of the scanner for texts: their layout, and how texts are added to them.
 */

// The head of the tables: 32-bit numbers.
export const STAMP: usize = 0;
export const LOWEST_RANK: usize = 4;
export const PAIR_COUNT: usize = 8;
export const PAIRS: usize = 12;
export const STRIDE: usize = 16;
export const HASH_SHIFT: usize = 20;
export const FILTER: usize = 24;
export const CHAINS: usize = 28;
export const HITS: usize = 32;
export const HIT_COUNT: usize = 36;
export const WORD_RANGES: usize = 40;
export const WORD_RANGE_COUNT: usize = 44;
export const HEAD_SIZE: usize = 48;

// A text of the first filter: where its two bytes stand, and each of them sixteen times.
export const PAIR_TEXT: usize = 0;
export const PAIR_FIRST: usize = 4;
export const PAIR_SECOND: usize = 8;
export const PAIR_START: usize = 12;
export const PAIR_FIRST_BYTES: usize = 16;
export const PAIR_SECOND_BYTES: usize = 32;
export const PAIR_SIZE: usize = 48;

// A window of the second filter, in a chain of those with its hash, lowest ranks first.
export const WINDOW_NEXT: usize = 0;
export const WINDOW_VALUE: usize = 4;
export const WINDOW_TEXT: usize = 8;
export const WINDOW_START: usize = 12;
export const WINDOW_SIZE: usize = 16;

// A text.
export const TEXT_RANK: usize = 0;
export const TEXT_FLAGS: usize = 4;
export const TEXT_STAMP: usize = 8;
export const TEXT_ID: usize = 12;
export const TEXT_CODE_LENGTH: usize = 16;
export const TEXT_CODE: usize = 20;

/** An occurrence makes the rule of the text's rank hold; otherwise it is noted as a hit. */
export const DECIDES: u32 = 1;
/** Only occurrences count beside which stands no word character. */
export const WORD: u32 = 2;

/**
 * Windows are looked up with this bit of each byte set, as small letters have it. What else is alike then, as @ and the
 * backtick are, is told apart by the comparison.
 */
export const CASE_BITS: u32 = 0x20202020;

/** Spreads the windows over the slots (Knuth, The Art of Computer Programming 3, section 6.4). */
export const HASH_FACTOR: u32 = 0x9e3779b1;

/** Where the input begins, and how many bytes of it can stand there at a time; 128 more can be written behind them. */
export const INPUT: usize = 1024;
const INPUT_SIZE: usize = 65536;

/** Tables stand from here on. */
const FIRST_TABLE: usize = INPUT + INPUT_SIZE + 1024;
/** So that the memory stays small where many mappings come and go. */
const MOST_MEMORY: usize = 64 << 20;

/** The tables that were made last, and where the next things go in them. */
let made: usize = 0;
let nextWindow: usize = 0;
let nextText: usize = 0;
let textAdded: usize = 0;

let free: usize = FIRST_TABLE;
let generation: i32 = 0;

/** All tables are gone: the memory is handed out again from the beginning. */
export function handOutAnew(): void {
  free = FIRST_TABLE;
  generation += 1;
}

/** The address of `size` bytes that are all zero, at a multiple of 16; 0 where there is no memory for them. */
function allocate(size: usize): usize {
  const start = free;
  const end = start + ((size + 15) & ~15);
  if (end > MOST_MEMORY) return 0;
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) return 0;
  memory.fill(start, 0, end - start);
  free = end;
  return start;
}

/**
 * Makes room for tables and gives their address; 0 where there is no memory. What is to be added: texts, whose codes have so
 * many bytes in all, pairs of bytes, windows (none if the stride is 0) and ranges of word characters.
 */
export function createTables(
  texts: u32,
  codeBytes: u32,
  pairs: u32,
  windows: u32,
  stride: u32,
  hashBits: u32,
  lowestRank: i32,
  ranges: u32,
): usize {
  const slots: u32 = stride === 0 ? 0 : 1 << hashBits;
  const size: usize =
    HEAD_SIZE +
    <usize>pairs * PAIR_SIZE +
    <usize>windows * WINDOW_SIZE +
    <usize>slots * 5 +
    <usize>texts * (4 + TEXT_CODE + 4) +
    <usize>codeBytes +
    <usize>ranges * 8 +
    64;
  if (size > MOST_MEMORY - FIRST_TABLE - 16) return 0;
  let at = allocate(size);
  if (at === 0) {
    handOutAnew();
    at = allocate(size);
  }
  if (at === 0) return 0;
  const pairsAt = at + HEAD_SIZE;
  const windowsAt = pairsAt + <usize>pairs * PAIR_SIZE;
  const chains = windowsAt + <usize>windows * WINDOW_SIZE;
  const hits = chains + ((<usize>slots) << 2);
  const rangesAt = hits + ((<usize>texts) << 2);
  const filter = rangesAt + ((<usize>ranges) << 3);
  store<i32>(at, lowestRank, LOWEST_RANK);
  store<u32>(at, <u32>pairsAt, PAIRS);
  store<u32>(at, stride, STRIDE);
  store<u32>(at, 32 - hashBits, HASH_SHIFT);
  store<u32>(at, <u32>filter, FILTER);
  store<u32>(at, <u32>chains, CHAINS);
  store<u32>(at, <u32>hits, HITS);
  store<u32>(at, <u32>rangesAt, WORD_RANGES);
  store<u32>(at, ranges, WORD_RANGE_COUNT);
  nextWindow = windowsAt;
  nextText = (filter + <usize>slots + 3) & ~3;
  made = at;
  return at;
}

/** Adds a text to the tables that were made last. Gives the address for its code; its windows or pairs are added next. */
export function addText(rank: i32, flags: u32, id: u32): usize {
  textAdded = nextText;
  store<i32>(textAdded, rank, TEXT_RANK);
  store<u32>(textAdded, flags, TEXT_FLAGS);
  store<u32>(textAdded, id, TEXT_ID);
  return textAdded + TEXT_CODE;
}

/** Its code has been written, so many bytes. */
export function endText(length: u32): void {
  store<u32>(textAdded, length, TEXT_CODE_LENGTH);
  nextText = (textAdded + TEXT_CODE + length + 3) & ~3;
}

/** Adds the windows that begin at `start` of its code, which is its bytes. */
export function addWindows(start: u32): void {
  const stride = load<u32>(made, STRIDE);
  for (let index: u32 = start; index < start + stride; index++) {
    addWindow(load<u32>(textAdded + TEXT_CODE + index), index);
  }
}

/** Adds a window; those of texts of lower ranks come later. */
export function addWindow(bytes: u32, start: u32): void {
  const value = bytes | CASE_BITS;
  const hash = <usize>((value * HASH_FACTOR) >> load<u32>(made, HASH_SHIFT));
  const chain = <usize>load<u32>(made, CHAINS) + (hash << 2);
  store<u8>(<usize>load<u32>(made, FILTER) + hash, 1);
  store<u32>(nextWindow, load<u32>(chain), WINDOW_NEXT);
  store<u32>(nextWindow, value, WINDOW_VALUE);
  store<u32>(nextWindow, <u32>textAdded, WINDOW_TEXT);
  store<u32>(nextWindow, start, WINDOW_START);
  store<u32>(chain, <u32>nextWindow);
  nextWindow += WINDOW_SIZE;
}

/** Adds the bytes that stand at two places behind `start`. */
export function addPair(first: u32, firstByte: u32, second: u32, secondByte: u32, start: u32): void {
  const count = load<u32>(made, PAIR_COUNT);
  const pair = <usize>load<u32>(made, PAIRS) + <usize>count * PAIR_SIZE;
  store<u32>(made, count + 1, PAIR_COUNT);
  store<u32>(pair, <u32>textAdded, PAIR_TEXT);
  store<u32>(pair, first, PAIR_FIRST);
  store<u32>(pair, second, PAIR_SECOND);
  store<u32>(pair, start, PAIR_START);
  v128.store(pair, i8x16.splat(<i8>firstByte), PAIR_FIRST_BYTES);
  v128.store(pair, i8x16.splat(<i8>secondByte), PAIR_SECOND_BYTES);
}

/** Which tables are still there: all memory is handed out anew when none is left, and then this is another. */
export function currentGeneration(): i32 {
  return generation;
}
