// One pass over an XML document in UTF-8 that checks that it is well-formed and notes what paths reach. What the regions
// hold is said in src/runtime/xml-automaton.ts, which fills the table, and in src/runtime/xml-pass.ts. Names outside ASCII,
// document type declarations and some more that is rare are left to another.

import { blankEnd } from "./parts/blanks";
import { areNotesFull, full, INPUT, NOT_HERE, NOT_READ, NOTES, note, noted } from "./parts/notes";
import { areSame, entryOf, ROOT } from "./parts/table";
import {
  areAllowed,
  declarationEnd,
  findPair,
  localPart,
  nameEnd,
  textEnd,
  valueEnd,
} from "./parts/xml-text";

export { toUnits } from "./parts/notes";

/** Of each open element its name, the length of that, the state of what is around it, and whether it is picked: 16 bytes. */
const STACK: usize = 0x8000;
const STACK_END: usize = STACK + 16 * 1000;
/** The names of a tag's attributes and their lengths: 8 bytes. */
const ATTRIBUTES: usize = 0xc000;
const ATTRIBUTES_END: usize = ATTRIBUTES + 8 * 16;

/* Of the state of what is inside an element, and of what is known of an element once its name is read. */
const FLAGS: usize = 2;
const OTHERS: usize = 4;
const INSIDE: usize = 4;
const HAS_ATTRIBUTES: u32 = 1;
const HAS_NAMES: u32 = 2;

/* Kinds of notes, what stands in texts and values, and above that the number of the accepting set. */
const KIND: u32 = 7;
const TEXT: u32 = 0;
const CDATA: u32 = 1;
const VALUE: u32 = 2;
const CLOSES: u32 = 3;
const OPENS: u32 = 4;
/** An element that begins with the noted text. */
const OPENS_WITH_TEXT: u32 = 5;
const NOT_ASCII: u32 = 8;
const REFERENCE_OR_RETURN: u32 = 16;
const TAB_OR_LINE_FEED: u32 = 32;
const ACCEPTING: u32 = 6;

/** ![CDATA[ */
const CDATA_BEGINS: u64 = ((<u64>0x5b415441) << 32) | 0x44435b21;

/** Notes a text or value. */
function noteText(next: usize, start: usize, end: usize, kind: u32): usize {
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
  return note(next, start, end, what);
}

/** Where the pass stands that is to be resumed. */
let resumedAt: usize = 0;
let resumedTop: usize = 0;
let resumedAround: usize = 0;
let resumedPicked: i32 = 0;

/**
 * Reads the document that ends at the address, or the rest of it after the notes were full, and gives what parts/notes.ts says: a
 * note for each value of an attribute that paths reach, for where an element begins and ends that they do, and for the texts in it.
 */
export function scan(end: usize, resumes: bool): i32 {
  // "<--]]>?>": whatever is searched for is found, at the latest here.
  store<u32>(end, 0x5d2d2d3c);
  store<u32>(end, 0x3e3f3e5d, 4);
  let at = INPUT;
  let top = STACK;
  let around = ROOT;
  let rootSeen = resumes;
  /** How many of the open elements are picked. */
  let picked: i32 = 0;
  if (resumes) {
    at = resumedAt;
    top = resumedTop;
    around = resumedAround;
    picked = resumedPicked;
  } else {
    if ((load<u32>(at) & 0xffffff) === 0xbfbbef) at += 3;
    at = blankEnd(at);
    const first: u32 = load<u8>(at);
    if (first < 0x20 || first > 0x7f) return NOT_HERE;
    if (first !== 0x3c || !areAllowed(at, end)) return NOT_READ;
    // <?xml and white space
    if (load<u32>(at) === 0x6d783f3c && load<u8>(at, 4) === 0x6c && blankEnd(at + 5) > at + 5) {
      at = declarationEnd(at);
      if (at === 0) return NOT_HERE;
    }
  }
  let next = NOTES;
  while (true) {
    if (areNotesFull(next)) {
      resumedAt = at;
      resumedTop = top;
      resumedAround = around;
      resumedPicked = picked;
      return full(next);
    }
    if (top === STACK) {
      at = blankEnd(at);
      if (load<u8>(at) !== 0x3c) return NOT_READ;
      if (at === end) return rootSeen ? noted(next) : NOT_READ;
    } else {
      const start = at;
      at = textEnd(at);
      if (at === 0 || at === end) return NOT_READ;
      if (picked !== 0 && at > start) {
        // What the note before this says. Behind an element's beginning there mostly is a text, and that note has room for it.
        const last: u32 = next > NOTES ? load<u32>(next - 4) : 0;
        if ((last & KIND) === OPENS) noteText(next - 12, start, at, last | OPENS_WITH_TEXT);
        else next = noteText(next, start, at, TEXT);
      }
    }
    const second: u32 = load<u8>(at, 1);
    if (second === 0x2f) {
      if (top === STACK) return NOT_READ;
      top -= 16;
      const length: usize = load<u32>(top, 4);
      if (!areSame(load<u32>(top), at + 2, length)) return NOT_READ;
      at += 2 + length;
      if (load<u8>(at) !== 0x3e) {
        at = blankEnd(at);
        if (load<u8>(at) !== 0x3e) return NOT_READ;
      }
      at += 1;
      around = load<u32>(top, 8);
      if (load<u32>(top, 12) !== 0) {
        next = note(next, at, at, CLOSES);
        picked -= 1;
      }
    } else if (second === 0x21) {
      if (load<u16>(at, 2) === 0x2d2d) {
        at = findPair(at + 4, 0x2d, 0x2d) + 2;
        if (load<u8>(at) !== 0x3e) return NOT_READ;
        at += 1;
      } else if (load<u64>(at, 1) === CDATA_BEGINS) {
        if (top === STACK) return NOT_READ;
        const start = at + 9;
        at = findPair(start + 1, 0x5d, 0x3e);
        while (load<u8>(at - 1) !== 0x5d) at = findPair(at + 1, 0x5d, 0x3e);
        at -= 1;
        if (at >= end) return NOT_READ;
        if (picked !== 0 && at > start) next = noteText(next, start, at, CDATA);
        at += 3;
      } else {
        return load<u8>(at, 2) === 0x44 ? NOT_HERE : NOT_READ;
      }
    } else {
      const name = at + (second === 0x3f ? 2 : 1);
      at = nameEnd(name);
      if (load<u8>(at) > 0x7f) return NOT_HERE;
      if (at === name || load<u8>(name) < 0x3a) return NOT_READ;
      const length = at - name;
      if (second === 0x3f) {
        if (length === 3 && (load<u32>(name) & 0xdfdfdf) === 0x4c4d58) return NOT_READ;
        if (load<u16>(at) !== 0x3e3f && blankEnd(at) === at) return NOT_READ;
        at = findPair(at, 0x3f, 0x3e) + 2;
        if (at > end) return NOT_READ;
        continue;
      }
      if ((top === STACK && rootSeen) || top === STACK_END) return NOT_READ;
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
        if (nameStops === start || closing < 0x3a || start === at) return NOT_READ;
        if (attribute === ATTRIBUTES_END) return NOT_HERE;
        const size = <u32>(nameStops - start);
        for (let other = ATTRIBUTES; other < attribute; other += 8) {
          if (load<u32>(other, 4) === size && areSame(load<u32>(other), start, size)) return NOT_READ;
        }
        store<u32>(attribute, start);
        store<u32>(attribute, size, 4);
        attribute += 8;
        at = nameStops;
        if (load<u8>(at) !== 0x3d) at = blankEnd(at);
        if (load<u8>(at) !== 0x3d) return NOT_READ;
        at += 1;
        if (load<u8>(at) <= 0x20) at = blankEnd(at);
        const quote: u32 = load<u8>(at);
        if (quote !== 0x22 && quote !== 0x27) return NOT_READ;
        const value = at + 1;
        at = valueEnd(value, quote);
        if (at === 0) return NOT_READ;
        if ((load<u8>(element, FLAGS) & HAS_ATTRIBUTES) !== 0) {
          const local = localPart(start, nameStops);
          const entry = entryOf(element, local, nameStops - local);
          const accepting: u32 = entry === 0 ? 0 : load<u16>(entry, 4);
          // xmlns and xmlns: declare namespaces.
          const declares =
            load<u32>(start) === 0x6e6c6d78 &&
            load<u8>(start, 4) === 0x73 &&
            (size === 5 || load<u8>(start, 5) === 0x3a);
          if (accepting !== 0 && !declares)
            next = noteText(next, value, at, (accepting << ACCEPTING) | VALUE);
        }
        at += 1;
      }
      at += 1;
      const accepting: u32 = load<u16>(element);
      if (accepting !== 0) next = note(next, at, at, (accepting << ACCEPTING) | OPENS);
      if (closing === 0x2f) {
        if (load<u8>(at) !== 0x3e) return NOT_READ;
        at += 1;
        if (accepting !== 0) next = note(next, at, at, CLOSES);
      } else {
        store<u32>(top, name);
        store<u32>(top, length, 4);
        store<u32>(top, around, 8);
        store<u32>(top, accepting, 12);
        top += 16;
        around = load<u16>(element, INSIDE);
        if (accepting !== 0) picked += 1;
      }
    }
  }
}
