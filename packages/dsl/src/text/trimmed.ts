import { trimmedRange } from "../runtime/text-matching.js";

/** The text without the white space of the language (docs/language.md) at its ends. */
export function trimmed(text: string): string {
  const { start, end } = trimmedRange(text, 0, text.length);
  return text.slice(start, end);
}

/** The text without the white space of the language at its end. */
export function trimmedEnd(text: string): string {
  return text.slice(0, trimmedRange(text, 0, text.length).end);
}

/** Whether there is no white space at the text's ends. */
export function isTrimmed(text: string): boolean {
  const { start, end } = trimmedRange(text, 0, text.length);
  return end - start === text.length;
}

/** The text without any of these characters at its ends; linear, as a pattern for the end of a text is not. */
export function withoutEnds(text: string, before: string, behind: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && before.includes(text.charAt(from))) from++;
  while (to > from && behind.includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
