import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { senseOfValue } from "../words/verdict-words.js";

/** A longer answer in plain text is a page or a message, not what a test compares. */
const LONGEST_TEXT = 300;

/** Different whole answers listed at most. */
const MOST_TEXTS = 4;

/**
 * Tests for answers in plain text, as they would be written: by the whole text where nothing in it changes from answer to
 * answer, else by how it begins.
 */
export function* textTests(bodies: readonly string[]): Iterable<string> {
  const texts = bodies.map((body) => body.trim());
  if (texts.some((text) => text === "" || text.length > LONGEST_TEXT || text.includes("\ufffd"))) return;
  const different = [...new Map(texts.map((text) => [foldText(text), text])).values()];
  if (different.length <= MOST_TEXTS && different.every((text) => variableFrom(text) === text.length))
    yield `exact ${different.map((text) => writeString([text])).join(", ")}`;
  const beginnings = [...new Set(different.map(beginningOf))];
  if (beginnings.length <= MOST_TEXTS && beginnings.every((beginning) => beginning !== ""))
    yield `exact ${beginnings.map((beginning) => writeString([beginning, ""])).join(", ")}`;
}

/**
 * What an answer begins with whatever lead it is about: its first word with the sign behind it (`OK;`, `SUCCESS:`) if that
 * says how it went, else all up to the first number or id; nothing where it begins with that.
 */
function beginningOf(text: string): string {
  const at = text.search(/[|;:,/]/);
  if (at > 0 && at <= LONGEST_WORD && senseOfValue(text.slice(0, at)) === "taken")
    return text.slice(0, at + 1);
  return text.slice(0, variableFrom(text)).trimEnd();
}

/** Characters before the sign at most: what is longer is no word that says how it went. */
const LONGEST_WORD = 30;

/** A code of the system at the beginning: `0|`, `1;`, `100,`. */
const LEADING_CODE = /^[0-9]{1,3}(?=[|;:,/\t ])/;

/** Where the first number, date or id begins; a short code at the very beginning is none. */
function variableFrom(text: string): number {
  const from = LEADING_CODE.exec(text)?.[0].length ?? (/^[0-9]{1,3}$/.test(text) ? text.length : 0);
  const found = /[^\s|;:,/()<>"'=]*[0-9]/.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
}
