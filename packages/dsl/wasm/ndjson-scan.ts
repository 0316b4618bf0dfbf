// One pass over lines of JSON that hold recorded responses: checks all of each, and notes where its status, its body and its
// verdict stand; and the lines with other texts in the verdicts' places. What the regions hold is said in
// src/http/recorded-lines.ts.

import { blankEnd, clearEscaped, escaped, numberEnd, stringEnd } from "./parts/json";
import { hasEscape, hasLost, hasOthers, readString, written } from "./parts/unescape";

/** Where the line begins that has not been read. */
const NEXT: usize = 64;
/** Of each open array and object, what closes it. */
const STACK: usize = 0x8000;
const STACK_END: usize = STACK + 0x8000;
/** What was noted of each line. */
const LINES: usize = 0x10000;
const LINES_END: usize = LINES + 0x8000;
const LINE_SIZE: usize = 64;
const INPUT: usize = 0x28000;

/* Of a line. Places count from the beginning of the input. */
const START: usize = 0;
const END: usize = 4;
const KIND: usize = 8;
const STATUS: usize = 12;
const STATUS_START: usize = 16;
const STATUS_END: usize = 20;
/** The address of the body's bytes, their number, and what else is to be known of it. */
const BODY: usize = 24;
const BODY_LENGTH: usize = 28;
const BODY_FLAGS: usize = 32;
const BODY_START: usize = 36;
const BODY_END: usize = 40;
/** What the text takes the place of that stands at an address. */
const PLACE_START: usize = 44;
const PLACE_END: usize = 48;
const BEFORE: usize = 52;
const TEXT: usize = 56;
const TEXT_LENGTH: usize = 60;

/* Kinds of lines. */
const BLANK: u32 = 0;
const OTHER: u32 = 1;
const RESPONSE: u32 = 2;

/* Statuses that are none, or are written as few are. */
const NO_STATUS: i32 = -1;
const UNUSUAL_STATUS: i32 = -2;
/** So many digits are a number of 32 bits. */
const MOST_DIGITS: usize = 9;

/* What is to be known of a body. */
const NOT_ASCII: u32 = 1;
const LOST: u32 = 2;

/* What comes before a verdict: nothing, its name, or a comma and its name; the same where blanks follow colons. */
const NAME: u32 = 1;
const COMMA_AND_NAME: u32 = 2;
const SPACED: u32 = 3;

/* The names. */
const STATUS_NAME: u32 = 1;
const BODY_NAME: u32 = 2;
const VERDICT_NAME: u32 = 4;

/** Which of the names stands there; 0 for others. */
function nameAt(start: usize, length: usize): u32 {
  if (length === 4) return load<u32>(start) === 0x79646f62 ? BODY_NAME : 0;
  const word = load<u32>(start);
  if (length === 6) return word === 0x74617473 && load<u16>(start, 4) === 0x7375 ? STATUS_NAME : 0;
  return length === 7 && word === 0x64726576 && load<u32>(start, 3) === 0x74636964 ? VERDICT_NAME : 0;
}

/** Behind the number or word that begins at the address; 0 after a fault. */
function scalarEnd(at: usize): usize {
  const word = load<u32>(at);
  if (load<u8>(at) < 0x3a) return numberEnd(at);
  if (word === 0x65757274 || word === 0x6c6c756e) return at + 4;
  return word === 0x736c6166 && load<u8>(at, 4) === 0x65 ? at + 5 : 0;
}

/** Behind the array or object that begins at the address; 0 after a fault, or if it is too deep. */
function containerEnd(start: usize): usize {
  let at = start;
  let top = STACK;
  let closer: u32 = 0;
  while (true) {
    // A value begins here, or what is open is empty.
    const first: u32 = load<u8>(at);
    if (first === 0x22) {
      at = stringEnd(at + 1);
      if (at === 0) return 0;
      at += 1;
    } else if ((first | 0x20) === 0x7b) {
      if (top === STACK_END) return 0;
      store<u8>(top, <u8>closer);
      top += 1;
      closer = first + 2;
      at = blankEnd(at + 1);
      if (load<u8>(at) !== closer) {
        if (closer === 0x7d) at = memberValue(at);
        if (at === 0) return 0;
        continue;
      }
      at += 1;
      top -= 1;
      closer = load<u8>(top);
    } else {
      at = scalarEnd(at);
      if (at === 0) return 0;
    }
    while (true) {
      if (top === STACK) return at;
      at = blankEnd(at);
      const byte: u32 = load<u8>(at);
      if (byte === 0x2c) break;
      if (byte !== closer) return 0;
      at += 1;
      top -= 1;
      closer = load<u8>(top);
    }
    at = blankEnd(at + 1);
    if (closer === 0x7d) at = memberValue(at);
    if (at === 0) return 0;
  }
}

/** Where the value of the member begins whose name begins at the address; 0 after a fault. */
function memberValue(start: usize): usize {
  if (load<u8>(start) !== 0x22) return 0;
  let at = stringEnd(start + 1);
  if (at === 0) return 0;
  at = blankEnd(at + 1);
  return load<u8>(at) === 0x3a ? blankEnd(at + 1) : 0;
}

/** Where the next body is written. */
let bodyAt: usize = 0;

/**
 * Reads the lines of the input, which ends at the address, until there is no room for another; what follows the last line feed is
 * a line only if nothing else comes. Bodies with escapes are written from `bodies` on without them. Gives how many lines were read.
 */
export function read(end: usize, isLast: bool, bodies: usize): u32 {
  // There is a line feed to be found.
  store<u8>(end, 0x0a);
  bodyAt = bodies;
  let at = INPUT;
  let line = LINES;
  while (at < end && line < LINES_END) {
    const lineEnd = lineFeedFrom(at);
    if (lineEnd === end && !isLast) break;
    // No character of JSON: nothing reads on behind it.
    store<u8>(lineEnd, 0);
    store<u32>(line, <u32>(at - INPUT), START);
    store<u32>(line, <u32>(lineEnd - INPUT), END);
    place(line, at, at, 0);
    store<u32>(line, readLine(at, lineEnd, line), KIND);
    store<u8>(lineEnd, 0x0a);
    at = lineEnd + 1;
    line += LINE_SIZE;
  }
  store<u32>(NEXT, <u32>(min(at, end) - INPUT));
  return <u32>((line - LINES) / LINE_SIZE);
}

function lineFeedFrom(from: usize): usize {
  const lineFeeds = i8x16.splat(0x0a);
  let at = from;
  while (true) {
    const first = i8x16.eq(v128.load(at), lineFeeds);
    const second = i8x16.eq(v128.load(at, 16), lineFeeds);
    const third = i8x16.eq(v128.load(at, 32), lineFeeds);
    const fourth = i8x16.eq(v128.load(at, 48), lineFeeds);
    if (v128.any_true(v128.or(v128.or(first, second), v128.or(third, fourth)))) {
      const low: u64 = i8x16.bitmask(first) | (i8x16.bitmask(second) << 16);
      const high: u64 = i8x16.bitmask(third) | (i8x16.bitmask(fourth) << 16);
      return at + <usize>ctz((low & 0xffffffff) | (high << 32));
    }
    at += 64;
  }
}

/** Notes what a text takes the place of, and that there is none yet. */
function place(line: usize, start: usize, end: usize, before: u32): void {
  store<u32>(line, <u32>(start - INPUT), PLACE_START);
  store<u32>(line, <u32>(end - INPUT), PLACE_END);
  store<u32>(line, before, BEFORE);
  store<u32>(line, 0, TEXT_LENGTH);
}

/** The kind of the line between the addresses, of which all else is noted. */
function readLine(start: usize, end: usize, line: usize): u32 {
  store<i32>(line, NO_STATUS, STATUS);
  store<u32>(line, 0, BODY);
  let at = blankEnd(start);
  if (at === end) return BLANK;
  if (load<u8>(at) !== 0x7b) return OTHER;
  at += 1;
  // Behind the last member.
  let last = at;
  let met: u32 = 0;
  let before = NAME;
  let spaced: u32 = 0;
  at = blankEnd(at);
  if (load<u8>(at) !== 0x7d) {
    while (true) {
      if (load<u8>(at) !== 0x22) return OTHER;
      const nameStart = at + 1;
      clearEscaped();
      at = stringEnd(nameStart);
      if (at === 0 || escaped) return OTHER;
      const name = nameAt(nameStart, at - nameStart);
      if ((met & name) !== 0) return OTHER;
      met |= name;
      at = blankEnd(at + 1);
      if (load<u8>(at) !== 0x3a) return OTHER;
      const value = blankEnd(at + 1);
      if (before === NAME && value > at + 1) spaced = SPACED;
      before = COMMA_AND_NAME;
      at = valueEnd(value, name, line);
      if (at === 0) return OTHER;
      last = at;
      if (name === VERDICT_NAME) place(line, value, at, 0);
      at = blankEnd(at);
      const byte = load<u8>(at);
      if (byte === 0x7d) break;
      if (byte !== 0x2c) return OTHER;
      at = blankEnd(at + 1);
    }
  }
  if (blankEnd(at + 1) !== end) return OTHER;
  if ((met & VERDICT_NAME) === 0) place(line, last, last, before);
  store<u32>(line, load<u32>(line, BEFORE) + spaced, BEFORE);
  return RESPONSE;
}

/** Behind the value, which is noted if the name is one of those; 0 after a fault, or where it is none of what the name has. */
function valueEnd(start: usize, name: u32, line: usize): usize {
  const first: u32 = load<u8>(start);
  if (first === 0x22) {
    if (name === BODY_NAME) return noteBody(start + 1, line);
    const end = stringEnd(start + 1);
    return end === 0 ? 0 : end + 1;
  }
  if (name === BODY_NAME && first !== 0x6e) return 0;
  if ((first | 0x20) === 0x7b) return containerEnd(start);
  const end = scalarEnd(start);
  if (name === STATUS_NAME && first < 0x3a) noteStatus(start, end, line);
  return end;
}

function noteStatus(start: usize, end: usize, line: usize): void {
  let status: i32 = 0;
  for (let at = start; at < end; at += 1) {
    const digit = <i32>load<u8>(at) - 0x30;
    if (<u32>digit > 9 || end - start > MOST_DIGITS) {
      status = UNUSUAL_STATUS;
      break;
    }
    status = 10 * status + digit;
  }
  store<i32>(line, status, STATUS);
  store<u32>(line, <u32>(start - INPUT), STATUS_START);
  store<u32>(line, <u32>(end - INPUT), STATUS_END);
}

/** Behind the string whose characters begin at the address; 0 after a fault. */
function noteBody(start: usize, line: usize): usize {
  const end = readString(start, bodyAt);
  if (end === 0) return 0;
  store<u32>(line, <u32>(start - INPUT), BODY_START);
  store<u32>(line, <u32>(end - INPUT), BODY_END);
  store<u32>(line, (hasOthers ? NOT_ASCII : 0) | (hasLost ? LOST : 0), BODY_FLAGS);
  store<u32>(line, <u32>(hasEscape ? bodyAt : start), BODY);
  store<u32>(line, <u32>written, BODY_LENGTH);
  if (hasEscape) bodyAt += written;
  return end + 1;
}

/**
 * Writes the input from one place to another, with the texts of the lines of these numbers, which lie there, in their places.
 * Gives how many bytes that are.
 */
export function write(first: u32, last: u32, from: u32, to: u32, output: usize): u32 {
  let out = output;
  let at = INPUT + from;
  for (let number = first; number < last; number++) {
    const line = LINES + <usize>number * LINE_SIZE;
    const start = INPUT + load<u32>(line, PLACE_START);
    out = copy(at, start - at, out);
    out = copy(load<u32>(line, TEXT), load<u32>(line, TEXT_LENGTH), out);
    at = INPUT + load<u32>(line, PLACE_END);
  }
  return <u32>(copy(at, INPUT + to - at, out) - output);
}

/** Copies so many bytes, and up to 15 of what follows them. Gives where the next go. */
function copy(from: usize, length: usize, to: usize): usize {
  for (let done: usize = 0; done < length; done += 16) v128.store(to + done, v128.load(from + done));
  return to + length;
}
