import { isUnseen } from "../text/unseen-characters.js";

/** Characters of a user's text in a sentence, at most: more would push the sentence itself out of sight. */
const LONGEST_SHOWN = 60;

/** Characters of a piece of a file that a sentence shows as it would be written. */
const LONGEST_SOURCE = 100;

/** Characters of a response that a finding shows, at most: what it shows often stands in the middle, where others are cut. */
const LONGEST_RESPONSE = 120;

/**
 * A stretch of a user's text inside a sentence: in quotes, on one line, control characters made visible, and cut in the
 * middle where it is long.
 */
export function quoted(text: string): string {
  return quotedWithin(text, LONGEST_SHOWN);
}

/** The body of a response, likewise, that is to be looked at and not only told from others. */
export function quotedBody(body: string): string {
  return quotedWithin(body, LONGEST_RESPONSE);
}

function quotedWithin(text: string, longest: number): string {
  const shown = visible(shortened(text, longest));
  const quote = quotesFor(shown);
  return quote + shown + quote;
}

/** The marks in which a text reads best: the preferred ones, unless it holds those and not the others. */
export function quotesFor(text: string, preferred: '"' | "'" = '"'): '"' | "'" {
  const other = preferred === '"' ? "'" : '"';
  return text.includes(preferred) && !text.includes(other) ? other : preferred;
}

/** A piece of a file as it would be written, in a sentence: on one line, and cut at its end where it is long. */
export function shownSource(written: string): string {
  return visible(written.length > LONGEST_SOURCE ? `${written.slice(0, LONGEST_SOURCE - 10)} …` : written);
}

/** The text with what a terminal or an editor would not show, or would obey, written as an escape. */
export function visible(text: string): string {
  let shown = "";
  for (const character of text)
    shown += isUnseen(character.codePointAt(0) ?? 0) ? escaped(character) : character;
  return shown;
}

function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const characters = [...text.slice(0, longest * 2)];
  const end = [...text.slice(-longest)];
  return `${characters.slice(0, longest - 20).join("")} … ${end.slice(-15).join("")}`;
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`;
}
