import { type FixKind, type LocalFix, replaceWith } from "../../findings/finding.js";
import { quotesFor, visible } from "../../findings/quoted.js";
import type { LocalSpan } from "../../text/span.js";
import type { Token } from "../tokens.js";
import { placeBefore, spanOf } from "./token-places.js";

/** Of a longer stretch the title would not fit in a menu. */
const LONGEST_TITLE = 30;

/** Deletes a stretch with the blanks beside it that are not needed then. */
export function deleting(text: string, span: LocalSpan, kind: FixKind): LocalFix {
  const isShort = span.to - span.from <= LONGEST_TITLE;
  const title = isShort ? `Delete ${visible(text.slice(span.from, span.to))}` : "Delete it";
  return replaceWith(withBlanks(text, span), "", title, kind);
}

/** The stretch with the blanks behind it, or before it where nothing follows on its line or it stands alone. */
export function withBlanks(text: string, { from, to }: LocalSpan): LocalSpan {
  const touchesBefore = from > 0 && !isBlank(text.charAt(from - 1)) && !isLineEnd(text.charAt(from - 1));
  if (touchesBefore) return { from, to };
  let end = to;
  while (isBlank(text.charAt(end))) end++;
  if (end < text.length && !isLineEnd(text.charAt(end))) return { from, to: end };
  let start = from;
  while (start > 0 && isBlank(text.charAt(start - 1))) start--;
  return { from: start, to };
}

/** Puts a word before a token, with blanks where none stand. */
export function insertingWord(text: string, word: string, token: Token, kind: FixKind): LocalFix {
  const before = text.charAt(token.startOffset - 1);
  const gap = before === "" || isBlank(before) || isLineEnd(before) ? "" : " ";
  return replaceWith(placeBefore(token), `${gap}${word} `, `Write ${word} before it`, kind);
}

/** Replaces a stretch by a word, with blanks where none stand. */
export function writing(text: string, span: LocalSpan, word: string, kind: FixKind): LocalFix {
  const gap = (character: string) =>
    character === "" || isBlank(character) || isLineEnd(character) ? "" : " ";
  const newText = gap(text.charAt(span.from - 1)) + word + gap(text.charAt(span.to));
  return replaceWith(span, newText, `Write ${word}`, kind);
}

/** Replaces a token by a word. */
export function replacing(token: Token, word: string, kind: FixKind): LocalFix {
  return replaceWith(spanOf(token), word, `Write ${word}`, kind);
}

/**
 * A stretch of the file as a string, escapes added; in the marks that need the fewest of them, and null where it goes
 * over several lines.
 */
export function asString(written: string, preferred: '"' | "'" = '"'): string | null {
  if (/[\n\r]/.test(written)) return null;
  const quote = quotesFor(written, preferred);
  return quote + written.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
}

/** Several changes that belong together. */
export function changing(title: string, kind: FixKind, edits: LocalFix["edits"]): LocalFix {
  return { title, kind, edits };
}

/** Moves a stretch before a token, where it is written with a blank behind it. */
export function movingBefore(
  text: string,
  token: Token,
  written: string,
  from: LocalSpan,
): LocalFix["edits"] {
  return [
    { span: placeBefore(token), newText: `${written} ` },
    { span: withBlanks(text, from), newText: "" },
  ];
}

function isBlank(character: string): boolean {
  return character === " " || character === "\t";
}

function isLineEnd(character: string): boolean {
  return character === "\n" || character === "\r";
}
