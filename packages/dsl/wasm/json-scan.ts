// One pass over a JSON text (RFC 8259) in UTF-8 that checks all of it and notes the values that paths reach. What the
// regions hold is said in src/runtime/json-automaton.ts, which fills the table, and in src/runtime/json-pass.ts.

import { blankEnd, clearEscaped, escaped, isAscii, numberEnd, stringEnd } from "./parts/json";
import { areNotesFull, full, INPUT, NOT_HERE, NOT_READ, NOTES, note, noted } from "./parts/notes";
import { entryOf, ROOT } from "./parts/table";

export { toUnits } from "./parts/notes";

/** Of each open array and object, what is around it: 16 bytes. */
const STACK: usize = 0x8000;
const STACK_END: usize = STACK + 16 * 1000;

/* Of a state. */
const NAMES: usize = 2;
const OTHERS: usize = 4;
const INDEXES: usize = 6;
const INDEXES_END: usize = 8;

/* Kinds of places. */
const BARE: u32 = 0;
const NULL: u32 = 1;
const STRING: u32 = 2;
const ESCAPED: u32 = 3;
const EMPTY: u32 = 4;
const FILLED: u32 = 5;
const NOT_ASCII: u32 = 8;

/** Where the pass stands that is to be resumed. */
let resumedAt: usize = 0;
let resumedTop: usize = 0;
let resumedCloser: u32 = 0;
let resumedAround: usize = 0;
let resumedMet: u64 = 0;

/** What is noted of a value that paths reach: the number of the accepting set with the kind. */
function reached(accepting: u32, kind: u32): u32 {
  return (accepting << 4) | kind;
}

/**
 * Reads the text that ends at the address, or the rest of it after the notes were full, and gives what parts/notes.ts says: a note
 * for each value that paths reach.
 */
export function scan(end: usize, resumes: bool): i32 {
  // No character of JSON: nothing reads on behind it.
  store<u8>(end, 0);
  let at = INPUT;
  if ((load<u32>(at) & 0xffffff) === 0xbfbbef) at += 3;
  let next = NOTES;
  let top = STACK;
  // Of the innermost open bracket: what closes it, its state, and the number of elements or the names met.
  let closer: u32 = 0;
  let around = ROOT;
  let met: u64 = 0;
  if (resumes) {
    at = resumedAt;
    top = resumedTop;
    closer = resumedCloser;
    around = resumedAround;
    met = resumedMet;
  } else {
    at = blankEnd(at);
  }
  while (true) {
    if (areNotesFull(next)) {
      resumedAt = at;
      resumedTop = top;
      resumedCloser = closer;
      resumedAround = around;
      resumedMet = met;
      return full(next);
    }
    let state: usize = 0;
    if (closer === 0x7d) {
      if (load<u8>(at) !== 0x22) return NOT_READ;
      const name = at + 1;
      const names = load<u8>(around, NAMES);
      if (names === 0) {
        at = stringEnd(name);
        if (at === 0) return NOT_READ;
      } else {
        clearEscaped();
        at = stringEnd(name);
        if (at === 0) return NOT_READ;
        if (escaped || names === 2) return NOT_HERE;
        const entry = entryOf(around, name, at - name);
        if (entry !== 0) {
          const bit = (<u64>1) << load<u8>(entry, 4);
          if ((met & bit) !== 0) return NOT_HERE;
          met |= bit;
          state = load<u16>(entry, 2);
        }
      }
      at = blankEnd(at + 1);
      if (load<u8>(at) !== 0x3a) return NOT_READ;
      at = blankEnd(at + 1);
    } else if (around !== 0) {
      state = load<u16>(around, OTHERS);
      const last: usize = load<u16>(around, INDEXES_END);
      for (let entry: usize = load<u16>(around, INDEXES); entry < last; entry += 8) {
        if (load<u32>(entry) === <u32>met) {
          state = load<u32>(entry, 4);
          break;
        }
      }
      met += 1;
    }
    const accepting: u32 = load<u16>(state);
    const start = at;
    const first: u32 = load<u8>(at);
    if (first === 0x22) {
      if (accepting === 0) {
        at = stringEnd(at + 1);
        if (at === 0) return NOT_READ;
      } else {
        clearEscaped();
        at = stringEnd(at + 1);
        if (at === 0) return NOT_READ;
        const kind = (escaped ? ESCAPED : STRING) | (isAscii(start + 1, at) ? 0 : NOT_ASCII);
        next = note(next, start + 1, at, reached(accepting, kind));
      }
      at += 1;
    } else if ((first | 0x20) === 0x7b) {
      if (top === STACK_END) return NOT_READ;
      at = blankEnd(at + 1);
      const empty = load<u8>(at) === first + 2;
      if (accepting !== 0) next = note(next, start, at, reached(accepting, empty ? EMPTY : FILLED));
      if (!empty) {
        store<u64>(top, met);
        store<u32>(top, around, 8);
        store<u32>(top, closer, 12);
        top += 16;
        met = 0;
        around = state;
        closer = first + 2;
        continue;
      }
      at += 1;
    } else {
      const word = load<u32>(at);
      if (first < 0x3a) {
        at = numberEnd(at);
        if (at === 0) return NOT_READ;
      } else if (word === 0x65757274 || word === 0x6c6c756e) {
        at += 4;
      } else if (word === 0x736c6166 && load<u8>(at, 4) === 0x65) {
        at += 5;
      } else {
        return NOT_READ;
      }
      if (accepting !== 0) next = note(next, start, at, reached(accepting, first === 0x6e ? NULL : BARE));
    }
    while (true) {
      at = blankEnd(at);
      const byte: u32 = load<u8>(at);
      if (byte === 0x2c) break;
      if (byte !== closer) return NOT_READ;
      if (byte === 0) return at === end ? noted(next) : NOT_READ;
      at += 1;
      top -= 16;
      met = load<u64>(top);
      around = load<u32>(top, 8);
      closer = load<u32>(top, 12);
    }
    if (closer === 0) return NOT_READ;
    at = blankEnd(at + 1);
  }
}
