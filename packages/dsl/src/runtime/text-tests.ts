import { findText, findWord, matchGlob, trimmedRange } from "./text-matching.js";

export function hasKeyword(text: string, keyword: string): boolean {
  return findText(text, keyword, 0) >= 0;
}

export function hasWord(
  text: string,
  word: string,
  isWordCharacter: (codePoint: number) => boolean,
): boolean {
  return findWord(text, word, isWordCharacter) >= 0;
}

/** Whether the text, without the white space at its ends, consists of the pieces with anything between them. */
export function isExactly(text: string, pieces: readonly string[]): boolean {
  const { start, end } = trimmedRange(text, 0, text.length);
  return matchGlob(text.slice(start, end), pieces);
}
