/*
 * Finds which of some texts stand in a body, case of ASCII ignored, in one pass over its UTF-8 bytes.
 *
 * Two filters look for places where a text may stand, and each such place is compared. The first looks for two bytes of
 * each of a few texts, 16 places at once. The second looks up four bytes at every `stride`-th place in a hash table that has
 * `stride` neighbouring windows of each text, so that one of them lies on a place that is looked up, however many texts.
 *
 * The caller adds the texts to tables and writes the body's bytes, chunk by chunk. A text has a rank, the lowest rule that asks
 * for it; once a rule is known to hold, only texts of lower ranks are looked for.
 */

import { areSame } from "./parts/table";
import {
  CASE_BITS,
  CHAINS,
  DECIDES,
  FILTER,
  HASH_FACTOR,
  HASH_SHIFT,
  HIT_COUNT,
  HITS,
  handOutAnew,
  INPUT,
  LOWEST_RANK,
  PAIR_COUNT,
  PAIR_FIRST,
  PAIR_FIRST_BYTES,
  PAIR_SECOND,
  PAIR_SECOND_BYTES,
  PAIR_SIZE,
  PAIR_START,
  PAIR_TEXT,
  PAIRS,
  STAMP,
  STRIDE,
  TEXT_CODE,
  TEXT_CODE_LENGTH,
  TEXT_FLAGS,
  TEXT_ID,
  TEXT_RANK,
  TEXT_STAMP,
  WINDOW_NEXT,
  WINDOW_START,
  WINDOW_TEXT,
  WINDOW_VALUE,
  WORD,
} from "./parts/text-tables";
import { isWordCharacter } from "./parts/word-characters";

export {
  addPair,
  addText,
  addWindow,
  addWindows,
  createTables,
  currentGeneration,
  endText,
} from "./parts/text-tables";

/** In a text's code: alternatives follow, a number of them and each with its length. No byte of UTF-8 is this one. */
const ALTERNATIVES: u32 = 0xff;

let tables: usize = 0;
/** Occurrences that begin before this have too few bytes before them: the chunk before has had them. */
let earliest: usize = 0;
let chunkEnd: usize = 0;
/** Occurrences that end behind this have too few bytes behind them: the next chunk has them again. */
let lastEnd: usize = 0;
/** The lowest rule that is known to hold. */
let best: i32 = 0;
/** How many bytes and windows have been compared, and how many may be: no more than these in all, so that no sum overflows. */
let steps: i32 = 0;
let mostSteps: i32 = 0;
const MOST_STEPS: i32 = 1 << 30;

export function stepCount(): i32 {
  return steps;
}

/**
 * Searches a body that is the input up to `end`; the rule is known to hold. Gives the lowest rule that is then known to hold, or
 * -1 where the filters let through so much that an automaton is faster.
 */
export function scanWhole(from: usize, rule: i32, end: usize): i32 {
  begin(from, rule);
  return scan(INPUT, end, true);
}

/** Begins with a body that comes in parts. The rule is known to hold. */
export function begin(from: usize, rule: i32): void {
  tables = from;
  best = rule;
  steps = 0;
  mostSteps = 1000;
  const stamp = load<u32>(tables, STAMP) + 1;
  store<u32>(tables, stamp, STAMP);
  // The next stamp would be one that texts have had: before it, tables are made anew.
  if (stamp === 0xffffffff) handOutAnew();
  store<u32>(tables, 0, HIT_COUNT);
}

/**
 * Searches the input up to `end`, of which the bytes before `fresh` have been searched before. Gives what `scanWhole` does.
 */
export function scan(fresh: usize, end: usize, isLast: bool): i32 {
  if (load<u32>(tables, PAIR_COUNT) > 0) foldCase(fresh, end);
  mostSteps = min(mostSteps + <i32>(end - fresh) * 4, MOST_STEPS);
  earliest = fresh === INPUT ? INPUT : INPUT + 4;
  chunkEnd = end;
  lastEnd = isLast ? end : end - 4;
  if (load<u32>(tables, PAIR_COUNT) > 0) scanForPairs(end);
  if (load<u32>(tables, STRIDE) > 0) scanForWindows(end);
  return steps > mostSteps ? -1 : best;
}

/** Makes capital letters of ASCII small: for the first filter, which compares each byte several times. */
function foldCase(from: usize, end: usize): void {
  const beforeA = i8x16.splat(0x41);
  const letters = i8x16.splat(26);
  const difference = i8x16.splat(0x20);
  for (let at = from; at < end; at += 16) {
    const bytes = v128.load(at);
    const isCapital = i8x16.lt_u(i8x16.sub(bytes, beforeA), letters);
    v128.store(at, v128.or(bytes, v128.and(isCapital, difference)));
  }
}

function scanForPairs(end: usize): void {
  const pairsAt = <usize>load<u32>(tables, PAIRS);
  const size = <usize>load<u32>(tables, PAIR_COUNT) * PAIR_SIZE;
  for (let at = INPUT; at < end; at += 32) {
    let found = i64x2.splat(0);
    for (let pair = pairsAt, last = pairsAt + size; pair < last; pair += PAIR_SIZE) {
      const first = at + load<u32>(pair, PAIR_FIRST);
      const second = at + load<u32>(pair, PAIR_SECOND);
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
      comparePairs(at, pairsAt, pairsAt + size);
      comparePairs(at + 16, pairsAt, pairsAt + size);
      if (best <= load<i32>(tables, LOWEST_RANK) || steps > mostSteps) return;
    }
  }
}

function comparePairs(at: usize, pairsAt: usize, last: usize): void {
  for (let pair = pairsAt; pair < last; pair += PAIR_SIZE) {
    let places = i8x16.bitmask(
      v128.and(
        i8x16.eq(v128.load(at + load<u32>(pair, PAIR_FIRST)), v128.load(pair, PAIR_FIRST_BYTES)),
        i8x16.eq(v128.load(at + load<u32>(pair, PAIR_SECOND)), v128.load(pair, PAIR_SECOND_BYTES)),
      ),
    );
    for (; places !== 0 && steps <= mostSteps; places &= places - 1) {
      compare(<usize>load<u32>(pair, PAIR_TEXT), at + ctz(places), load<u32>(pair, PAIR_START));
    }
  }
}

function scanForWindows(end: usize): void {
  const stride = <usize>load<u32>(tables, STRIDE);
  const shift = load<u32>(tables, HASH_SHIFT);
  const filter = <usize>load<u32>(tables, FILTER);
  const lowest = load<i32>(tables, LOWEST_RANK);
  const lastWindow = end - 4;
  if (end < INPUT + 4) return;
  let at = INPUT;
  for (; at + stride * 3 <= lastWindow; at += stride * 4) {
    const second = at + stride;
    const third = second + stride;
    const fourth = third + stride;
    const found =
      load<u8>(filter + slotOf(at, shift)) |
      load<u8>(filter + slotOf(second, shift)) |
      load<u8>(filter + slotOf(third, shift)) |
      load<u8>(filter + slotOf(fourth, shift));
    if (found) {
      compareWindow(at, shift, filter);
      compareWindow(second, shift, filter);
      compareWindow(third, shift, filter);
      compareWindow(fourth, shift, filter);
      if (best <= lowest || steps > mostSteps) return;
    }
  }
  for (; at <= lastWindow; at += stride) compareWindow(at, shift, filter);
}

/** The slot of the window that begins there. */
function slotOf(at: usize, shift: u32): usize {
  return <usize>(((load<u32>(at) | CASE_BITS) * HASH_FACTOR) >> shift);
}

function compareWindow(at: usize, shift: u32, filter: usize): void {
  const value = load<u32>(at) | CASE_BITS;
  const hash = <usize>((value * HASH_FACTOR) >> shift);
  if (load<u8>(filter + hash) === 0) return;
  let window = <usize>load<u32>(<usize>load<u32>(tables, CHAINS) + (hash << 2));
  while (window !== 0 && steps <= mostSteps) {
    steps += 1;
    const text = <usize>load<u32>(window, WINDOW_TEXT);
    if (load<i32>(text, TEXT_RANK) >= best) return;
    if (load<u32>(window, WINDOW_VALUE) === value) compare(text, at, load<u32>(window, WINDOW_START));
    window = <usize>load<u32>(window, WINDOW_NEXT);
  }
}

/** Compares a text with what stands `offset` bytes before `place`, and notes an occurrence. */
function compare(text: usize, place: usize, offset: u32): void {
  const rank = load<i32>(text, TEXT_RANK);
  const flags = load<u32>(text, TEXT_FLAGS);
  const start = place - offset;
  if (rank >= best || place < earliest + offset) return;
  if (load<u32>(text, TEXT_STAMP) === load<u32>(tables, STAMP)) return;
  const end = occurrenceEnd(text, start);
  if (end === 0 || end > lastEnd) return;
  if ((flags & WORD) !== 0 && (isWordBefore(start) || isWordFrom(end))) return;
  if ((flags & DECIDES) !== 0) {
    best = rank;
    return;
  }
  store<u32>(text, load<u32>(tables, STAMP), TEXT_STAMP);
  const count = load<u32>(tables, HIT_COUNT);
  store<u32>(<usize>load<u32>(tables, HITS) + ((<usize>count) << 2), load<u32>(text, TEXT_ID));
  store<u32>(tables, count + 1, HIT_COUNT);
}

/** Where the occurrence ends that begins at `start`; 0 where none does. */
function occurrenceEnd(text: usize, start: usize): usize {
  let code = text + TEXT_CODE;
  const codeEnd = code + load<u32>(text, TEXT_CODE_LENGTH);
  let at = start;
  while (code < codeEnd) {
    steps += 1;
    const byte = <u32>load<u8>(code);
    if (byte !== ALTERNATIVES) {
      let given = <u32>load<u8>(at);
      if (given - 0x41 < 26) given |= 0x20;
      if (given !== byte) return 0;
      code += 1;
      at += 1;
      continue;
    }
    let length: usize = 0;
    const count = <u32>load<u8>(code, 1);
    code += 2;
    for (let number: u32 = 0; number < count; number++) {
      const own = <usize>load<u8>(code);
      if (areSame(at, code + 1, own)) length = own;
      code += own + 1;
    }
    if (length === 0) return 0;
    at += length;
  }
  return at;
}

/** Whether a word character ends there. */
function isWordBefore(end: usize): bool {
  if (end === INPUT) return false;
  let start = end - 1;
  while (start > INPUT && end - start < 4 && (load<u8>(start) & 0xc0) === 0x80) start--;
  return isWordCharacter(tables, start, end - start);
}

/** Whether a word character begins there. */
function isWordFrom(start: usize): bool {
  if (start === chunkEnd) return false;
  const lead = <u32>load<u8>(start);
  const length: usize = lead < 0xe0 ? (lead < 0x80 ? 1 : 2) : lead < 0xf0 ? 3 : 4;
  return start + length <= chunkEnd && isWordCharacter(tables, start, length);
}
