/*
 * Finds the first, in their order, of a few texts of ASCII that stand in a body, case ignored, in one pass over its UTF-8 bytes.
 *
 * The filters are those of text-scan.ts: two bytes of a text, 16 places at once, or four bytes at every `stride`-th place, of which
 * a table has `stride` neighbouring windows of each other text. What else it has is left out, and the caller makes the tables,
 * whose layout src/runtime/few-text-scan.ts has too: so modules with few rules are small.
 */

/** Where the input begins, up to which all bytes but the first are 0. Behind it may stand what is left of other bodies. */
const INPUT: usize = 1024;

const INPUT_SIZE: usize = 65536;

/** So many mappings have tables at a time: the memory does not grow. */
const MOST_TABLES: usize = 256;
const FIRST_TABLES: usize = INPUT + INPUT_SIZE + 3072;
const TABLES_SIZE: usize = 19200;

/** Where the scanner writes how many more comparisons it would have made. */
const STEPS_LEFT: usize = 8;

// The tables: windows, of which number 0 is none; texts; for each hash the number of the first window that has it; and pairs.
const WINDOW_SIZE_BITS: usize = 2;
const TEXTS: usize = 1024;
const TEXT_SIZE_BITS: usize = 6;
const FIRST_WINDOWS: usize = 2048;
const HASH_BITS: u32 = 14;
const PAIRS: usize = 18432;
const PAIR_SIZE: usize = 48;

// A window: the number of the next one with its hash, of which the text comes later, that of its text, and its place there.
const WINDOW_NEXT: usize = 0;
const WINDOW_TEXT: usize = 1;
const WINDOW_PLACE: usize = 2;

// A text: its length, and its bytes.
const TEXT_LENGTH: usize = TEXTS;
const TEXT_BYTES: usize = TEXTS + 1;

// A pair: the number of a text and the places of two bytes of it, and each of these sixteen times.
const PAIR_TEXT: usize = 0;
const PAIR_FIRST: usize = 1;
const PAIR_SECOND: usize = 2;
const PAIR_FIRST_BYTES: usize = 16;
const PAIR_SECOND_BYTES: usize = 32;

/** Windows are looked up with this bit of each byte set, as small letters have it. */
const CASE_BITS: u32 = 0x20202020;
/** Spreads the windows over the slots (Knuth, The Art of Computer Programming 3, section 6.4). */
const HASH_FACTOR: u32 = 0x9e3779b1;

let tables: usize = 0;
let inputEnd: usize = 0;
/** The number of the first text that is known to stand in the body. */
let best: u32 = 0;
let steps: i32 = 0;

/**
 * Where the tables of a mapping are, which others of its number may take. (Said here since modules of other compilers share the
 * memory if their scanner is the same.)
 */
export function tablesOf(mapping: usize): usize {
  return FIRST_TABLES + (mapping % MOST_TABLES) * TABLES_SIZE;
}

/** The hash of the window that begins there. */
export function hashAt(at: usize): usize {
  return <usize>(((load<u32>(at) | CASE_BITS) * HASH_FACTOR) >> (32 - HASH_BITS));
}

/**
 * Searches the input up to `end` for texts before the one of the number `limit`. Gives the number of the first one, `limit` if
 * none is there, or -1 where so much had to be compared that each text is better searched by itself.
 */
export function scan(from: usize, stride: usize, pairs: usize, end: usize, limit: u32): i32 {
  tables = from;
  inputEnd = end;
  best = limit;
  steps = <i32>(end - INPUT) * 4 + 1000;
  if (pairs) scanForPairs(from + PAIRS, from + PAIRS + pairs * PAIR_SIZE);
  if (stride) scanForWindows(stride);
  store<i32>(STEPS_LEFT, steps);
  return steps > 0 ? best : -1;
}

/** Makes capital letters of ASCII small first, since each byte is compared several times. */
function scanForPairs(pairs: usize, last: usize): void {
  const end = inputEnd;
  for (let at = INPUT; at < end; at += 16) {
    const bytes = v128.load(at);
    const isCapital = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(0x41)), i8x16.splat(26));
    v128.store(at, v128.or(bytes, v128.and(isCapital, i8x16.splat(0x20))));
  }
  for (let at = INPUT; at < end; at += 32) {
    let found = i64x2.splat(0);
    for (let pair = pairs; pair < last; pair += PAIR_SIZE) {
      const first = at + load<u8>(pair, PAIR_FIRST);
      const second = at + load<u8>(pair, PAIR_SECOND);
      const firstByte = v128.load(pair, PAIR_FIRST_BYTES);
      const secondByte = v128.load(pair, PAIR_SECOND_BYTES);
      found = v128.or(
        found,
        v128.or(
          v128.and(i8x16.eq(v128.load(first), firstByte), i8x16.eq(v128.load(second), secondByte)),
          v128.and(i8x16.eq(v128.load(first, 16), firstByte), i8x16.eq(v128.load(second, 16), secondByte)),
        ),
      );
    }
    if (v128.any_true(found)) {
      for (let half = at; half < at + 32; half += 16) comparePairs(half, pairs, last);
      if (!best || steps <= 0) return;
    }
  }
}

function comparePairs(at: usize, pairs: usize, last: usize): void {
  for (let pair = pairs; pair < last; pair += PAIR_SIZE) {
    let places = i8x16.bitmask(
      v128.and(
        i8x16.eq(v128.load(at + load<u8>(pair, PAIR_FIRST)), v128.load(pair, PAIR_FIRST_BYTES)),
        i8x16.eq(v128.load(at + load<u8>(pair, PAIR_SECOND)), v128.load(pair, PAIR_SECOND_BYTES)),
      ),
    );
    for (; places; places &= places - 1) compare(load<u8>(pair, PAIR_TEXT), at + ctz(places));
  }
}

function scanForWindows(stride: usize): void {
  const from = tables;
  const lastWindow = inputEnd - 4;
  for (let at = INPUT; at <= lastWindow; ) {
    const next = at + stride * 4;
    if (
      load<u8>(from + hashAt(at), FIRST_WINDOWS) |
      load<u8>(from + hashAt(at + stride), FIRST_WINDOWS) |
      load<u8>(from + hashAt(at + stride * 2), FIRST_WINDOWS) |
      load<u8>(from + hashAt(at + stride * 3), FIRST_WINDOWS)
    ) {
      for (; at < next; at += stride) {
        let window = <usize>load<u8>(from + hashAt(at), FIRST_WINDOWS);
        while (window) {
          window = from + (window << WINDOW_SIZE_BITS);
          const text = <u32>load<u8>(window, WINDOW_TEXT);
          if (text >= best) break;
          compare(text, at - load<u8>(window, WINDOW_PLACE));
          window = <usize>load<u8>(window, WINDOW_NEXT);
        }
      }
      if (!best || steps <= 0) return;
    }
    at = next;
  }
}

/** Compares the text with what stands at `start`. */
function compare(text: u32, start: usize): void {
  if (text >= best) return;
  const code = tables + ((<usize>text) << TEXT_SIZE_BITS);
  const length = <usize>load<u8>(code, TEXT_LENGTH);
  if (start + length > inputEnd) return;
  let same: usize = 0;
  do {
    if (--steps < 0) return;
    let given = <u32>load<u8>(start + same);
    if (given - 0x41 < 26) given |= 0x20;
    if (given !== load<u8>(code + same, TEXT_BYTES)) return;
    same += 1;
  } while (same < length);
  best = text;
}
