// One pass over an XML document in UTF-8 that checks that it is well-formed and notes what paths reach. What the regions
// hold is said in src/runtime/xml-automaton.ts, which fills the table, and in src/runtime/xml-pass.ts. Names outside ASCII,
// document type declarations and some more that is rare are left to another.

import { blankEnd } from "./parts/blanks";
import { areSame, entryOf, ROOT } from "./parts/table";
import { unitsBetween } from "./parts/utf8-units";
import {
  areAllowed,
  declarationEnd,
  findPair,
  localPart,
  nameEnd,
  textEnd,
  valueEnd,
} from "./parts/xml-text";

/** Of each open element its name, the length of that, the state of what is around it, and its pick or 0: 16 bytes. */
const STACK: usize = 0x8000;
const STACK_END: usize = STACK + 16 * 1000;
/** The names of a tag's attributes and their lengths: 8 bytes. */
const ATTRIBUTES: usize = 0xc000;
const ATTRIBUTES_END: usize = ATTRIBUTES + 8 * 16;
/** Start, end and kind of texts and values: 16 bytes. */
const PIECES: usize = 0x10000;
const PIECES_END: usize = PIECES + 16 * 10_000;
/** What is picked: its first piece, the one behind its last, the accepting set, the pick behind those inside it: 16 bytes. */
const PICKS: usize = 0x40000;
const PICKS_END: usize = PICKS + 16 * 10_000;
const INPUT: usize = 0x70000;

const NOT_XML: i32 = -1;
const NOT_HERE: i32 = -2;

/* Of the state of what is inside an element, and of what is known of an element once its name is read. */
const FLAGS: usize = 2;
const OTHERS: usize = 4;
const INSIDE: usize = 4;
const HAS_ATTRIBUTES: u32 = 1;
const HAS_NAMES: u32 = 2;

/* Kinds of pieces, and what stands in them. */
const TEXT: u32 = 0;
const CDATA: u32 = 1;
const VALUE: u32 = 2;
const NOT_ASCII: u32 = 4;
const REFERENCE_OR_RETURN: u32 = 8;
const TAB_OR_LINE_FEED: u32 = 16;

/** Where the next piece goes. */
function note(piece: usize, start: usize, end: usize, kind: u32): usize {
  let what = kind;
  for (let at = start; at < end; at += 16) {
    const bytes = v128.load(at);
    const inside = end - at < 16 ? (1 << (<i32>(end - at))) - 1 : 0xffff;
    const slow = v128.or(i8x16.eq(bytes, i8x16.splat(0x26)), i8x16.eq(bytes, i8x16.splat(0x0d)));
    const blank = v128.or(i8x16.eq(bytes, i8x16.splat(0x09)), i8x16.eq(bytes, i8x16.splat(0x0a)));
    if ((i8x16.bitmask(bytes) & inside) !== 0) what |= NOT_ASCII;
    if ((i8x16.bitmask(slow) & inside) !== 0) what |= REFERENCE_OR_RETURN;
    if ((i8x16.bitmask(blank) & inside) !== 0) what |= TAB_OR_LINE_FEED;
  }
  store<u32>(piece, start - INPUT);
  store<u32>(piece, end - INPUT, 4);
  store<u32>(piece, what, 8);
  return piece + 16;
}

/** Where the next pick goes: this one has no pieces yet, and none inside it. */
function open(pick: usize, piece: usize, accepting: u32): usize {
  const first = <u32>(piece - PIECES) >> 4;
  store<u32>(pick, first);
  store<u32>(pick, first, 4);
  store<u32>(pick, accepting, 8);
  store<u32>(pick, 0, 12);
  return pick + 16;
}

/** The number of pieces noted. */
let pieces: u32 = 0;

/** How many pieces `scan` has noted. */
export function piecesNoted(): u32 {
  return pieces;
}

/**
 * The number of things picked of the document that ends at the address; less than 0 if it is not well-formed or not to be read
 * here.
 */
export function scan(end: usize): i32 {
  // "<--]]>?>": whatever is searched for is found, at the latest here.
  store<u32>(end, 0x5d2d2d3c);
  store<u32>(end, 0x3e3f3e5d, 4);
  let at = INPUT;
  if ((load<u32>(at) & 0xffffff) === 0xbfbbef) at += 3;
  at = blankEnd(at);
  const first: u32 = load<u8>(at);
  if (first < 0x20 || first > 0x7f) return NOT_HERE;
  if (first !== 0x3c || !areAllowed(at, end)) return NOT_XML;
  // <?xml and white space
  if (load<u32>(at) === 0x6d783f3c && load<u8>(at, 4) === 0x6c && blankEnd(at + 5) > at + 5) {
    at = declarationEnd(at);
    if (at === 0) return NOT_HERE;
  }
  let piece = PIECES;
  let pick = PICKS;
  let top = STACK;
  let around = ROOT;
  let rootSeen = false;
  /** How many of the open elements are picked. */
  let picked: i32 = 0;
  while (true) {
    if (top === STACK) {
      at = blankEnd(at);
      if (load<u8>(at) !== 0x3c) return NOT_XML;
      if (at === end) {
        pieces = <u32>(piece - PIECES) >> 4;
        return rootSeen ? <i32>(pick - PICKS) >> 4 : NOT_XML;
      }
    } else {
      const start = at;
      at = textEnd(at);
      if (at === 0 || at === end) return NOT_XML;
      if (picked !== 0 && at > start) {
        if (piece === PIECES_END) return NOT_HERE;
        piece = note(piece, start, at, TEXT);
      }
    }
    const next: u32 = load<u8>(at, 1);
    if (next === 0x2f) {
      if (top === STACK) return NOT_XML;
      top -= 16;
      const length: usize = load<u32>(top, 4);
      if (!areSame(load<u32>(top), at + 2, length)) return NOT_XML;
      at += 2 + length;
      if (load<u8>(at) !== 0x3e) {
        at = blankEnd(at);
        if (load<u8>(at) !== 0x3e) return NOT_XML;
      }
      at += 1;
      around = load<u32>(top, 8);
      const own: usize = load<u32>(top, 12);
      if (own !== 0) {
        store<u32>(own, <u32>(piece - PIECES) >> 4, 4);
        store<u32>(own, <u32>(pick - PICKS) >> 4, 12);
        picked -= 1;
      }
    } else if (next === 0x21) {
      if (load<u16>(at, 2) === 0x2d2d) {
        at = findPair(at + 4, 0x2d, 0x2d) + 2;
        if (load<u8>(at) !== 0x3e) return NOT_XML;
        at += 1;
      } else if (
        load<u32>(at) === 0x435b213c &&
        load<u32>(at, 4) === 0x41544144 &&
        load<u8>(at, 8) === 0x5b
      ) {
        if (top === STACK) return NOT_XML;
        const start = at + 9;
        at = findPair(start + 1, 0x5d, 0x3e);
        while (load<u8>(at - 1) !== 0x5d) at = findPair(at + 1, 0x5d, 0x3e);
        at -= 1;
        if (at >= end) return NOT_XML;
        if (picked !== 0 && at > start) {
          if (piece === PIECES_END) return NOT_HERE;
          piece = note(piece, start, at, CDATA);
        }
        at += 3;
      } else {
        return load<u8>(at, 2) === 0x44 ? NOT_HERE : NOT_XML;
      }
    } else {
      const name = at + (next === 0x3f ? 2 : 1);
      at = nameEnd(name);
      if (load<u8>(at) > 0x7f) return NOT_HERE;
      if (at === name || load<u8>(name) < 0x3a) return NOT_XML;
      const length = at - name;
      if (next === 0x3f) {
        if (length === 3 && (load<u32>(name) & 0xdfdfdf) === 0x4c4d58) return NOT_XML;
        if (load<u16>(at) !== 0x3e3f && blankEnd(at) === at) return NOT_XML;
        at = findPair(at, 0x3f, 0x3e) + 2;
        if (at > end) return NOT_XML;
        continue;
      }
      if ((top === STACK && rootSeen) || top === STACK_END) return NOT_XML;
      rootSeen = true;
      let element: usize = load<u16>(around, OTHERS);
      if ((load<u8>(around, FLAGS) & HAS_NAMES) !== 0) {
        const local = localPart(name, at);
        const entry = entryOf(around, local, at - local);
        if (entry !== 0) element = load<u16>(entry, 2);
      }
      let attribute = ATTRIBUTES;
      let closing: u32 = 0;
      while (true) {
        closing = load<u8>(at);
        if (closing === 0x3e) break;
        const start = blankEnd(at);
        closing = load<u8>(start);
        if (closing === 0x3e || closing === 0x2f) {
          at = start;
          break;
        }
        const nameStops = nameEnd(start);
        if (load<u8>(nameStops) > 0x7f) return NOT_HERE;
        if (nameStops === start || closing < 0x3a || start === at) return NOT_XML;
        if (attribute === ATTRIBUTES_END) return NOT_HERE;
        const size = <u32>(nameStops - start);
        for (let other = ATTRIBUTES; other < attribute; other += 8) {
          if (load<u32>(other, 4) === size && areSame(load<u32>(other), start, size)) return NOT_XML;
        }
        store<u32>(attribute, start);
        store<u32>(attribute, size, 4);
        attribute += 8;
        at = nameStops;
        if (load<u8>(at) !== 0x3d) at = blankEnd(at);
        if (load<u8>(at) !== 0x3d) return NOT_XML;
        at += 1;
        if (load<u8>(at) <= 0x20) at = blankEnd(at);
        const quote: u32 = load<u8>(at);
        if (quote !== 0x22 && quote !== 0x27) return NOT_XML;
        const value = at + 1;
        at = valueEnd(value, quote);
        if (at === 0) return NOT_XML;
        if ((load<u8>(element, FLAGS) & HAS_ATTRIBUTES) !== 0) {
          const local = localPart(start, nameStops);
          const entry = entryOf(element, local, nameStops - local);
          const accepting: u32 = entry === 0 ? 0 : load<u16>(entry, 4);
          // xmlns and xmlns: declare namespaces.
          const declares =
            load<u32>(start) === 0x6e6c6d78 &&
            load<u8>(start, 4) === 0x73 &&
            (size === 5 || load<u8>(start, 5) === 0x3a);
          if (accepting !== 0 && !declares) {
            if (piece === PIECES_END || pick === PICKS_END) return NOT_HERE;
            pick = open(pick, piece, accepting);
            piece = note(piece, value, at, VALUE);
          }
        }
        at += 1;
      }
      at += 1;
      let own: usize = 0;
      const accepting: u32 = load<u16>(element);
      if (accepting !== 0) {
        if (pick === PICKS_END) return NOT_HERE;
        own = pick;
        pick = open(pick, piece, accepting);
      }
      if (closing === 0x2f) {
        if (load<u8>(at) !== 0x3e) return NOT_XML;
        at += 1;
      } else {
        store<u32>(top, name);
        store<u32>(top, length, 4);
        store<u32>(top, around, 8);
        store<u32>(top, own, 12);
        top += 16;
        around = load<u16>(element, INSIDE);
        if (own !== 0) picked += 1;
      }
    }
  }
}

/** Turns the offsets of the pieces from bytes into UTF-16 units. */
export function toUnits(): void {
  let at = INPUT;
  let units: u32 = 0;
  const end = PIECES + pieces * 16;
  for (let piece = PIECES; piece < end; piece += 16) {
    const start = INPUT + load<u32>(piece);
    units += unitsBetween(at, start);
    store<u32>(piece, units);
    at = INPUT + load<u32>(piece, 4);
    units += unitsBetween(start, at);
    store<u32>(piece, units, 4);
  }
}
