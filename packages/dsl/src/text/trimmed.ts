import { trimmedRange } from "../runtime/text-matching.js";

/** The text without the white space of the language (docs/language.md) at its ends. */
export function trimmed(text: string): string {
  const { start, end } = trimmedRange(text, 0, text.length);
  return text.slice(start, end);
}

/** Whether there is no white space at the text's ends. */
export function isTrimmed(text: string): boolean {
  const { start, end } = trimmedRange(text, 0, text.length);
  return end - start === text.length;
}
