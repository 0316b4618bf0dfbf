import { STATEMENT_WORDS } from "@responses/dsl/editor";

/*
 * Pieces of regular expressions, in Oniguruma's dialect. What is a word, and where a statement begins, is the
 * language's own (docs/language.md).
 */

/** A character of a bare word. */
const CHARACTER = String.raw`[\p{L}\p{M}\p{N}\p{Pc}-]`;

/** A bare word: the longest run of such characters. */
export const WORD = `${CHARACTER}+`;

const WORD_START = `(?<!${CHARACTER})`;
export const WORD_END = `(?!${CHARACTER})`;

/** One of these words, whole, as the next group. */
export function oneOf(...words: readonly string[]): string {
  return `${WORD_START}(${words.join("|")})${WORD_END}`;
}

/** The place before a line that begins a statement. */
export const STATEMENT_START = String.raw`^(?=[ \t]*(?:${STATEMENT_WORDS.join("|")})${WORD_END})`;

/** A whole string on one line, in either kind of quotes, that is no text block. */
export const STRING = String.raw`(?:(?!""")"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')`;

/** Before the opening mark of a string or text block. */
export const BEFORE_STRING = String.raw`(?=[ \t]*["'])`;

export const BLANKS = String.raw`[ \t]*`;
