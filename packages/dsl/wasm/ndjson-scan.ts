// One pass over a line of JSON that holds a recorded response: checks all of it, and notes where its status, its body and its
// verdict stand. What the regions hold is said in src/http/recorded-line.ts.

import {
  blankEnd,
  clearEscaped,
  escaped,
  isHexadecimal,
  numberEnd,
  stringEnd,
  stringStopsOf,
} from "./parts/json";

/** Of each open array and object, what closes it. */
const STACK: usize = 0x8000;
const STACK_END: usize = STACK + 0x8000;
/** Start, end and kind of the values: 12 bytes for each of the three names. */
const VALUES: usize = 64;
/** Where the brace stands that closes the object. */
const CLOSING: usize = 100;
/** How many bytes the body has once its escapes are read. */
const BODY_LENGTH: usize = 104;
const INPUT: usize = 0x10000;

/* Kinds of values. */
const MISSING: u32 = 0;
const OTHER: u32 = 1;
const NULL: u32 = 2;
const NUMBER: u32 = 3;
const STRING: u32 = 4;
const ESCAPED: u32 = 8;
const NOT_ASCII: u32 = 16;
const LOST: u32 = 32;

/** Between the line and its body with escapes read: what is read and written beyond the end of either. */
const BEHIND: usize = 32;

/* The names. */
const STATUS: usize = VALUES;
const BODY: usize = VALUES + 12;
const VERDICT: usize = VALUES + 24;

/** Where the value of the member with the name that stands there is noted; 0 for other names. */
function nameAt(start: usize, length: usize): usize {
  if (length === 4) return load<u32>(start) === 0x79646f62 ? BODY : 0;
  const word = load<u32>(start);
  if (length === 6) return word === 0x74617473 && load<u16>(start, 4) === 0x7375 ? STATUS : 0;
  return length === 7 && word === 0x64726576 && load<u32>(start, 3) === 0x74636964 ? VERDICT : 0;
}

function note(place: usize, start: usize, end: usize, kind: u32): void {
  store<u32>(place, <u32>(start - INPUT));
  store<u32>(place, <u32>(end - INPUT), 4);
  store<u32>(place, kind, 8);
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

/**
 * Whether the text that ends at the address is an object with each of the names once at most, and no name of it escaped: then
 * the values are noted, and a body stands behind the text with its escapes read.
 */
export function read(end: usize): bool {
  // No character of JSON: nothing reads on behind it.
  store<u8>(end, 0);
  note(STATUS, INPUT, INPUT, MISSING);
  note(BODY, INPUT, INPUT, MISSING);
  note(VERDICT, INPUT, INPUT, MISSING);
  let at = blankEnd(INPUT);
  if (load<u8>(at) !== 0x7b) return false;
  at = blankEnd(at + 1);
  if (load<u8>(at) !== 0x7d) {
    while (true) {
      if (load<u8>(at) !== 0x22) return false;
      const name = at + 1;
      clearEscaped();
      at = stringEnd(name);
      if (at === 0 || escaped) return false;
      const place = nameAt(name, at - name);
      at = blankEnd(at + 1);
      if (load<u8>(at) !== 0x3a) return false;
      at = blankEnd(at + 1);
      const start = at;
      const first: u32 = load<u8>(at);
      let kind = OTHER;
      if (first === 0x22) {
        kind = STRING;
        if (place === BODY) {
          at = readString(at + 1, end + BEHIND);
          kind |= (hasEscape ? ESCAPED : 0) | (hasOthers ? NOT_ASCII : 0) | (hasLost ? LOST : 0);
          store<u32>(BODY_LENGTH, <u32>written);
        } else {
          at = stringEnd(at + 1);
        }
        if (at === 0) return false;
        at += 1;
      } else if ((first | 0x20) === 0x7b) {
        at = containerEnd(at);
        if (at === 0) return false;
      } else {
        at = scalarEnd(at);
        if (at === 0) return false;
        if (first < 0x3a) kind = NUMBER;
        else if (first === 0x6e) kind = NULL;
      }
      if (place !== 0) {
        if (load<u32>(place, 8) !== MISSING) return false;
        note(place, start, at, kind);
      }
      at = blankEnd(at);
      const byte = load<u8>(at);
      if (byte === 0x7d) break;
      if (byte !== 0x2c) return false;
      at = blankEnd(at + 1);
    }
  }
  store<u32>(CLOSING, <u32>(at - INPUT));
  return blankEnd(at + 1) === end;
}

function hexadecimalAt(at: usize): u32 {
  const byte: u32 = load<u8>(at);
  return byte < 0x3a ? byte - 0x30 : (byte | 0x20) - 0x57;
}

function unitAt(at: usize): u32 {
  return (
    (hexadecimalAt(at) << 12) |
    (hexadecimalAt(at + 1) << 8) |
    (hexadecimalAt(at + 2) << 4) |
    hexadecimalAt(at + 3)
  );
}

/* Of the string that was read last. */
let written: usize = 0;
let hasEscape: bool = false;
let hasOthers: bool = false;
let hasLost: bool = false;

/**
 * The closing quote of the string whose characters begin at the address; 0 after a fault. They are written from `to` on, in UTF-8:
 * escapes are read, and surrogates without their other half become U+FFFD. They are never more bytes than those read.
 */
function readString(from: usize, to: usize): usize {
  let at = from;
  let out = to;
  let others: i32 = 0;
  hasEscape = false;
  hasLost = false;
  while (true) {
    const bytes = v128.load(at);
    v128.store(out, bytes);
    const stops = stringStopsOf(bytes);
    const high = i8x16.bitmask(bytes);
    if (stops === 0) {
      others |= high;
      at += 16;
      out += 16;
      continue;
    }
    const run: usize = ctz(stops);
    others |= high & ((1 << (<i32>run)) - 1);
    at += run;
    out += run;
    const byte: u32 = load<u8>(at);
    if (byte === 0x22) break;
    if (byte !== 0x5c) return 0;
    hasEscape = true;
    const letter: u32 = load<u8>(at, 1);
    if (letter === 0x75) {
      if (!isEscapedUnit(at)) return 0;
      let character = unitAt(at + 2);
      at += 6;
      if (character >= 0xd800 && character < 0xe000) {
        const isFirst = character < 0xdc00 && load<u16>(at) === 0x755c && isEscapedUnit(at);
        const second: u32 = isFirst ? unitAt(at + 2) : 0;
        if (second >= 0xdc00 && second < 0xe000) {
          character = 0x10000 + ((character - 0xd800) << 10) + (second - 0xdc00);
          at += 6;
        } else {
          character = 0xfffd;
        }
      } else if (character === 0xfffd) {
        hasLost = true;
      }
      out = writeCharacter(out, character);
    } else {
      const character = escapedBy(letter);
      if (character === 0) return 0;
      store<u8>(out, <u8>character);
      out += 1;
      at += 2;
    }
  }
  hasOthers = others !== 0;
  written = out - to;
  return at;
}

/** Whether the escape at the address has four digits. */
function isEscapedUnit(at: usize): bool {
  return isHexadecimal(at + 2) && isHexadecimal(at + 3) && isHexadecimal(at + 4) && isHexadecimal(at + 5);
}

/** The character for which the letter stands behind a backslash; 0 if it stands for none. */
function escapedBy(letter: u32): u32 {
  if (letter === 0x22 || letter === 0x5c || letter === 0x2f) return letter;
  if (letter === 0x6e) return 0x0a;
  if (letter === 0x72) return 0x0d;
  if (letter === 0x74) return 0x09;
  if (letter === 0x62) return 0x08;
  return letter === 0x66 ? 0x0c : 0;
}

/** Behind the character, which is written at the address. */
function writeCharacter(at: usize, character: u32): usize {
  if (character < 0x80) {
    store<u8>(at, <u8>character);
    return at + 1;
  }
  if (character < 0x800) {
    store<u8>(at, <u8>(0xc0 | (character >> 6)));
    store<u8>(at, <u8>(0x80 | (character & 0x3f)), 1);
    return at + 2;
  }
  if (character < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (character >> 12)));
    store<u8>(at, <u8>(0x80 | ((character >> 6) & 0x3f)), 1);
    store<u8>(at, <u8>(0x80 | (character & 0x3f)), 2);
    return at + 3;
  }
  store<u8>(at, <u8>(0xf0 | (character >> 18)));
  store<u8>(at, <u8>(0x80 | ((character >> 12) & 0x3f)), 1);
  store<u8>(at, <u8>(0x80 | ((character >> 6) & 0x3f)), 2);
  store<u8>(at, <u8>(0x80 | (character & 0x3f)), 3);
  return at + 4;
}
