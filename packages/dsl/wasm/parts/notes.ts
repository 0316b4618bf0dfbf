// What a pass over a document notes of it, for src/runtime/scanner-pass.ts, and what it gives to say how far it came: the length of
// the notes in bytes if the document has been read to its end, or one of the numbers below.

import { unitsBetween } from "./utf8-units";

/** Start and end of something in the document, and what it is: 12 bytes. Nothing begins before what is noted before it ends. */
export const NOTES: usize = 0x10000;
/** From here on the notes count as full: behind it there is room for what a pass notes before it looks again. */
const NOTES_FULL: usize = NOTES + 12 * 10_000;
export const INPUT: usize = 0x30000;

/** The document is not what it should be. */
export const NOT_READ: i32 = -1;
/** It has what is left to another to read. */
export const NOT_HERE: i32 = -2;
/** This less the length of the notes: there is no room for more, and the pass is to be resumed once they have been taken. */
const FULL: i32 = -3;

/** Where the note behind this one goes. */
export function note(next: usize, start: usize, end: usize, what: u32): usize {
  store<u32>(next, <u32>(start - INPUT));
  store<u32>(next, <u32>(end - INPUT), 4);
  store<u32>(next, what, 8);
  return next + 12;
}

export function areNotesFull(next: usize): bool {
  return next >= NOTES_FULL;
}

export function noted(next: usize): i32 {
  return <i32>(next - NOTES);
}

export function full(next: usize): i32 {
  return FULL - noted(next);
}

/** Up to where units have been counted, and how many. */
let countedAt: usize = INPUT;
let counted: u32 = 0;

/** Turns the offsets of so many bytes of notes into UTF-16 units: of the first ones of the document, or those that come next. */
export function toUnits(length: usize, resumes: bool): void {
  let at = resumes ? countedAt : INPUT;
  let units: u32 = resumes ? counted : 0;
  const end = NOTES + length;
  // Starts and ends in turns.
  for (let next = NOTES; next < end; next += 12) {
    const start = INPUT + load<u32>(next);
    units += unitsBetween(at, start);
    store<u32>(next, units);
    at = INPUT + load<u32>(next, 4);
    units += unitsBetween(start, at);
    store<u32>(next, units, 4);
  }
  countedAt = at;
  counted = units;
}
