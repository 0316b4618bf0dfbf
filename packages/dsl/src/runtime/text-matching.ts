import { textOfUnits, UNITS_AT_ONCE } from "./code-unit-text.js";

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The longest needle that is left to `indexOf`. Engines compare backwards over at most this many units, so that up to
 * here their worst case stays linear in the subject; with longer needles it does not.
 */
const LONGEST_NEEDLE_FOR_INDEX_OF = 250;

/** Likewise for `lastIndexOf`, for which engines compare the whole needle at every place that begins like it. */
const LONGEST_NEEDLE_FOR_LAST_INDEX_OF = 32;

/**
 * Folds A to Z and the characters that are keys of the table, which folds each to one of as many UTF-16 units. The result
 * has as many units as the text; a text in which there is nothing to fold is handed back as it is.
 *
 * A table with all case variants of the characters of a needle makes the search for that (folded) needle right: any
 * other character of the text differs from all of the needle's, folded or not.
 */
export function foldWith(text: string, table: ReadonlyMap<string, string>): string {
  // Of ASCII every engine makes the same small letters.
  if (!/[\u0080-\uFFFF]/.test(text)) return text.toLowerCase();
  if (table.size === 0) return foldCapitals(text);
  const first = text.search(/[A-Z\u0080-\uFFFF]/);
  let folded = text.slice(0, first);
  const units: number[] = [];
  let filled = 0;
  for (let index = first; index < text.length; index += 1) {
    if (filled >= UNITS_AT_ONCE) {
      folded += textOfUnits(units, filled);
      filled = 0;
    }
    const unit = text.charCodeAt(index);
    if (unit < 0x80) {
      units[filled++] = unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit;
    } else if (unit < 0xd800 || unit > 0xdbff || index + 1 === text.length) {
      units[filled++] = table.get(text.charAt(index))?.charCodeAt(0) ?? unit;
    } else {
      const variant = table.get(text.slice(index, index + 2));
      units[filled++] = variant?.charCodeAt(0) ?? unit;
      if (variant === undefined) continue;
      units[filled++] = variant.charCodeAt(1);
      index += 1;
    }
  }
  return folded + textOfUnits(units, filled);
}

/** So much of a text is folded at a time. */
const STRETCH = 1024;

/**
 * Folds A to Z alone. Engines make small letters of ASCII at once, which most stretches of a body are, and keep a list of all that
 * `replace` has found: of a whole body it would take many times its size.
 */
function foldCapitals(text: string): string {
  let folded = "";
  for (let start = 0; start < text.length; start += STRETCH) {
    const stretch = text.slice(start, start + STRETCH);
    folded += /[\u0080-\uFFFF]/.test(stretch)
      ? stretch.replace(/[A-Z]+/g, smallLetters)
      : stretch.toLowerCase();
  }
  return folded;
}

function smallLetters(capitals: string): string {
  return capitals.toLowerCase();
}

/** The same of a text of which may be known that it has ASCII characters alone. */
export function foldPicked(
  text: string,
  isAscii: boolean | undefined,
  table: ReadonlyMap<string, string>,
): string {
  return isAscii === true ? text.toLowerCase() : foldWith(text, table);
}

/**
 * Where the needle first occurs at or after the offset `from` (0 to the subject's length), else -1. Both are folded.
 * Linear in the subject and the needle.
 */
export function findText(subject: string, needle: string, from: number): number {
  if (needle.length <= LONGEST_NEEDLE_FOR_INDEX_OF) return subject.indexOf(needle, from);
  // What has no room is not looked at: many long needles in a short subject take no time.
  if (needle.length > subject.length - from) return -1;
  return findByBorders(subject, needle, bordersOf(needle), from, () => true);
}

/**
 * Where the needle last occurs at or after the offset `from` (0 to the subject's length), else -1. Both are folded.
 * Linear in the subject and the needle.
 */
export function findLastText(subject: string, needle: string, from: number): number {
  if (needle.length <= LONGEST_NEEDLE_FOR_LAST_INDEX_OF) {
    const found = subject.lastIndexOf(needle);
    return found < from ? -1 : found;
  }
  let last = -1;
  findByBorders(subject, needle, bordersOf(needle), from, (start) => {
    last = start;
    return false;
  });
  return last;
}

/**
 * Where the needle first occurs as a word, else -1: neither the code point before the occurrence nor the one after it
 * is a word character. Occurrences that overlap all count. Both texts are folded, the needle is not empty.
 * Linear in the subject and the needle.
 */
export function findWord(
  subject: string,
  needle: string,
  isWordCharacter: (codePoint: number) => boolean,
): number {
  if (needle === "") return -1;
  const standsAlone = (start: number): boolean =>
    !isWordCharacter(codePointBefore(subject, start)) &&
    !isWordCharacter(codePointFrom(subject, start + needle.length));
  let found = findText(subject, needle, 0);
  if (found < 0 || standsAlone(found)) return found;
  const borders = bordersOf(needle);
  const period = needle.length - (borders[needle.length - 1] ?? 0);
  // Stepping from hit to hit reads each unit at most needle.length / period times: a lot for `aaaa` in a run of a.
  if (needle.length > LONGEST_NEEDLE_FOR_INDEX_OF || period * 2 <= needle.length) {
    return findByBorders(subject, needle, borders, found + period, standsAlone);
  }
  do found = subject.indexOf(needle, found + period);
  while (found >= 0 && !standsAlone(found));
  return found;
}

/**
 * Whether the subject consists of the pieces in this order, with any text, also none, between one and the next: a
 * pattern cut at its wildcards. One piece is the whole subject. All are folded. Linear in the subject and the pieces.
 */
export function matchGlob(subject: string, pieces: readonly string[]): boolean {
  const last = pieces.length - 1;
  const prefix = pieces[0] ?? "";
  if (last <= 0) return subject === prefix;
  const suffix = pieces[last] ?? "";
  const end = subject.length - suffix.length;
  if (end < prefix.length || !subject.startsWith(prefix) || !subject.endsWith(suffix)) return false;
  // The leftmost place of each piece leaves most room for the pieces after it.
  let position = prefix.length;
  for (let index = 1; index < last; index += 1) {
    const piece = pieces[index] ?? "";
    const found = findText(subject, piece, position);
    if (found < 0 || found + piece.length > end) return false;
    position = found + piece.length;
  }
  return true;
}

/**
 * The range without the white space (U+0009 to U+000D, U+0020, U+FEFF) at its ends; `start` is at most `end`.
 * If there is nothing else in it the result is empty.
 */
export function trimmedRange(text: string, start: number, end: number): TextRange {
  let from = start;
  let to = end;
  while (from < to && isWhiteSpaceUnit(text.charCodeAt(from))) from += 1;
  while (to > from && isWhiteSpaceUnit(text.charCodeAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/**
 * One part of a body that is cut at every occurrence of the separator (from the left, not overlapping), without the
 * white space at its ends. Part 1 is the first, -1 the last; null where there are fewer, for part 0 and for an empty
 * separator. `foldedBody` is the body folded unit by unit, so that offsets are the same in both. Linear in the body.
 */
export function splitPart(
  foldedBody: string,
  body: string,
  foldedSeparator: string,
  part: number,
): TextRange | null {
  if (part === 0 || foldedSeparator === "") return null;
  const wanted = part > 0 ? part : countOccurrences(foldedBody, foldedSeparator) + 2 + part;
  if (wanted < 1) return null;
  let start = 0;
  let end = findText(foldedBody, foldedSeparator, 0);
  for (let number = 1; number < wanted; number += 1) {
    if (end < 0) return null;
    start = end + foldedSeparator.length;
    end = findText(foldedBody, foldedSeparator, start);
  }
  return trimmedRange(body, start, end < 0 ? body.length : end);
}

function countOccurrences(text: string, needle: string): number {
  let count = 0;
  let found = findText(text, needle, 0);
  while (found >= 0) {
    count += 1;
    found = findText(text, needle, found + needle.length);
  }
  return count;
}

/**
 * The search of Knuth, Morris and Pratt: the first occurrence at or after `from` that is accepted, else -1. Overlapping
 * occurrences are all offered.
 */
function findByBorders(
  subject: string,
  needle: string,
  borders: Int32Array,
  from: number,
  accepts: (start: number) => boolean,
): number {
  let matched = 0;
  for (let index = from; index < subject.length; index += 1) {
    const unit = subject.charCodeAt(index);
    while (matched > 0 && needle.charCodeAt(matched) !== unit) matched = borders[matched - 1] ?? 0;
    if (needle.charCodeAt(matched) === unit) matched += 1;
    if (matched === needle.length) {
      const start = index + 1 - needle.length;
      if (accepts(start)) return start;
      matched = borders[matched - 1] ?? 0;
    }
  }
  return -1;
}

/** For each prefix of the needle the length of its longest border: the longest shorter prefix that also ends it. */
function bordersOf(needle: string): Int32Array {
  const borders = new Int32Array(needle.length);
  let border = 0;
  for (let index = 1; index < needle.length; index += 1) {
    const unit = needle.charCodeAt(index);
    while (border > 0 && needle.charCodeAt(border) !== unit) border = borders[border - 1] ?? 0;
    if (needle.charCodeAt(border) === unit) border += 1;
    borders[index] = border;
  }
  return borders;
}

/** The code point that ends at the offset; -1, which is no character, at the start of the text. */
export function codePointBefore(text: string, offset: number): number {
  if (offset === 0) return -1;
  const unit = text.charCodeAt(offset - 1);
  if (unit < 0xdc00 || unit > 0xdfff || offset === 1) return unit;
  const pair = text.codePointAt(offset - 2) ?? unit;
  return pair > 0xffff ? pair : unit;
}

/** The code point that starts at the offset; -1, which is no character, at the end of the text. */
export function codePointFrom(text: string, offset: number): number {
  return text.codePointAt(offset) ?? -1;
}

export function isWhiteSpaceUnit(unit: number): boolean {
  return unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xfeff;
}
