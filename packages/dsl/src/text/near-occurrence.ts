import { findText, findWord, type TextRange } from "../runtime/text-matching.js";
import { isWhiteSpace, isWordCharacter } from "./character-classes.js";

/*
 * Where a text nearly occurs in another. Both are folded; no user's text becomes a pattern, and time is bounded by the
 * length of the subject times a small number.
 */

/** Where `wanted` occurs but for white space, in it or in the subject; null where it does not. */
export function occurrenceBesidesSpace(subject: string, wanted: string): TextRange | null {
  const needle = withoutSpace(wanted);
  if (needle.text === "" || isShortWord(needle.text)) return null;
  const squeezed = withoutSpace(subject);
  const found = findText(squeezed.text, needle.text, 0);
  if (found < 0) return null;
  const start = squeezed.offsets[found] ?? 0;
  const last = squeezed.offsets[found + needle.text.length - 1] ?? start;
  // What has the same spacing is no near miss: a word that is part of a longer one, say.
  return subject.slice(start, last + 1) === wanted ? null : { start, end: last + 1 };
}

/** Short words come about by chance where one word ends and the next begins: ok in "to know". */
function isShortWord(text: string): boolean {
  return text.length < 6 && !/[^a-z\u0080-\uffff]/.test(text);
}

/** Whether both texts are the same but for white space. */
export function equalBesidesSpace(a: string, b: string): boolean {
  return withoutSpace(a).text === withoutSpace(b).text;
}

/** The text without its white space, and where each of its units was. */
function withoutSpace(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const offsets: number[] = [];
  let kept = "";
  for (let index = 0; index < text.length; index++) {
    if (isWhiteSpace(text.charCodeAt(index))) continue;
    offsets.push(index);
    kept += text.charAt(index);
  }
  return { text: kept, offsets };
}

/** In a shorter text one character makes too much of a difference; a longer one is pasted, and has no typos. */
const SHORTEST = 4;
const LONGEST = 200;

/** Places of one half of the text that are looked at, at most: a half that stands in more says little of the whole. */
const MOST_PLACES = 32;

/**
 * Where the subject has `wanted` but for one character: one more, one less, another, or two neighbours swapped. One half
 * of it must then be there as it is, which is what is searched. Digits are no typos, since 12 is another number than 13, and
 * neither is white space.
 */
export function occurrenceWithTypo(subject: string, wanted: string): TextRange | null {
  if (wanted.length < SHORTEST || wanted.length > LONGEST) return null;
  const middle = wanted.length >> 1;
  for (const start of placesOf(subject, wanted.slice(0, middle))) {
    for (const difference of DIFFERENCES) {
      const end = start + wanted.length + difference;
      if (isMissedByTypo(subject, start, end, wanted)) return { start, end };
    }
  }
  for (const at of placesOf(subject, wanted.slice(middle))) {
    for (const difference of DIFFERENCES) {
      const start = at - middle - difference;
      const end = at + wanted.length - middle;
      if (isMissedByTypo(subject, start, end, wanted)) return { start, end };
    }
  }
  return null;
}

/**
 * Where the text itself stands and is not found, it is part of a longer word: of one letter more in `duplicates`, which is
 * a typo; `invalid` is another word than `valid`.
 */
function isMissedByTypo(subject: string, start: number, end: number, wanted: string): boolean {
  if (start < 0 || end > subject.length) return false;
  const text = subject.slice(start, end);
  if (!differsByTypo(text, wanted)) return false;
  const around = subject.slice(Math.max(0, start - 1), end + 1);
  return !around.includes(wanted) || (text.includes(wanted) && findWord(around, text, isWordCharacter) >= 0);
}

/** How much longer than the wanted text one with a typo can be; the longest is what somebody meant to be the text. */
const DIFFERENCES = [1, 0, -1] as const;

/** Whether the two texts differ by one such typo. */
export function differsByTypo(text: string, wanted: string): boolean {
  if (wanted.length < SHORTEST || wanted.length > LONGEST) return false;
  if (Math.abs(text.length - wanted.length) > 1) return false;
  const shorter = Math.min(text.length, wanted.length);
  let from = 0;
  while (from < shorter && text[from] === wanted[from]) from++;
  let same = 0;
  while (same < shorter - from && text.at(-1 - same) === wanted.at(-1 - same)) same++;
  const here = text.slice(from, text.length - same);
  const there = wanted.slice(from, wanted.length - same);
  if (/[0-9\s]/.test(here + there)) return false;
  if (here.length + there.length === 1) return true;
  if (here.length === 1 && there.length === 1) return true;
  return here.length === 2 && there.length === 2 && here[0] === there[1] && here[1] === there[0];
}

function* placesOf(subject: string, part: string): Generator<number> {
  let at = subject.indexOf(part);
  for (let count = 0; at !== -1 && count < MOST_PLACES; count++) {
    yield at;
    at = subject.indexOf(part, at + 1);
  }
}
