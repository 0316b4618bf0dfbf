import { isWhiteSpaceUnit, trimmedRange } from "./text-matching.js";
import { decodeUtf8Range } from "./utf8.js";

/** What of a subject, without the white space at its ends, tells whether a text begins it, ends it or is all of it. */
export interface TextEdges {
  /** How many units there are; of bytes, at least. */
  readonly length: number;
  /** As many units as were asked for from the beginning, or all; of bytes, there can be more. */
  readonly head: string;
  /** Likewise from the end. */
  readonly tail: string;
}

/** Bytes that a UTF-16 unit takes at most. */
const BYTES_OF_A_UNIT = 3;

/** The edges of a text, or of UTF-8 bytes, as many UTF-16 units as a head and a tail are to have at least. */
export function textEdges(subject: string | Uint8Array, units: number): TextEdges {
  if (typeof subject === "string") {
    const { start, end } = trimmedRange(subject, 0, subject.length);
    if (end - start <= units) {
      const all = subject.slice(start, end);
      return { length: all.length, head: all, tail: all };
    }
    return {
      length: end - start,
      head: subject.slice(start, start + units),
      tail: subject.slice(end - units, end),
    };
  }
  const { start, end } = trimmedBytes(subject);
  const bytes = units * BYTES_OF_A_UNIT;
  if (end - start <= bytes) {
    const all = decodeUtf8Range(subject, start, end);
    return { length: all.length, head: all, tail: all };
  }
  // A character that is cut at the head's end is read whole, and gives U+FFFD at the tail's beginning, which no text holds.
  return {
    length: Math.ceil((end - start) / BYTES_OF_A_UNIT),
    head: decodeUtf8Range(subject, start, start + bytes),
    tail: decodeUtf8Range(subject, end - bytes, end),
  };
}

/** The range of the bytes without white space at its ends, of which U+FEFF has three bytes. */
function trimmedBytes(bytes: Uint8Array): { readonly start: number; readonly end: number } {
  let start = 0;
  let end = bytes.length;
  for (;;) {
    if (start < end && isWhiteSpaceUnit(bytes[start] ?? 0)) start += 1;
    else if (isMarkAt(bytes, start) && start + 3 <= end) start += 3;
    else break;
  }
  for (;;) {
    if (end > start && isWhiteSpaceUnit(bytes[end - 1] ?? 0)) end -= 1;
    else if (end - 3 >= start && isMarkAt(bytes, end - 3)) end -= 3;
    else break;
  }
  return { start, end };
}

function isMarkAt(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0xef && bytes[at + 1] === 0xbb && bytes[at + 2] === 0xbf;
}
