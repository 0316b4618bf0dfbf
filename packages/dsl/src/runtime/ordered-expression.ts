import type { SearchedText } from "./searched-text.js";

/** Longer texts are left to others: for each place that begins like a text, an engine may compare all of it. */
export const LONGEST_ALTERNATIVE = 32;

/** With more texts than this, other ways are faster for any body (bench/match). */
export const MOST_ALTERNATIVES = 3;

/** A match passes as many units as its number says, which a subject that holds the text must have. */
const SHORTEST_ALTERNATIVE = MOST_ALTERNATIVES - 1;

/**
 * A sticky regular expression that tells which of a few texts of ASCII is the first, in their order, that occurs in a subject:
 * a match at 0 ends at the text's number. Null for texts that it is not made for. Time is linear in the subject: for each text
 * the engine goes through it once, and nothing else repeats.
 */
export function orderedExpression(texts: readonly SearchedText[]): RegExp | null {
  if (texts.length > MOST_ALTERNATIVES || !texts.every(isSimple)) return null;
  if (texts.some(({ text }) => text.length < SHORTEST_ALTERNATIVE)) return null;
  return expressionOfAlternatives(texts.map(({ text }) => escapeExpression(text)));
}

/** The same of texts that have been escaped. */
export function expressionOfAlternatives(sources: readonly string[]): RegExp {
  const alternatives = sources.map((source, number) => `(?=[^]*?${source})[^]{${number}}`);
  return new RegExp(alternatives.join("|"), "iy");
}

/** A regular expression for one text of ASCII in any case; null for texts that it is not made for. */
export function expressionOf(searched: SearchedText): RegExp | null {
  return isSimple(searched) ? new RegExp(escapeExpression(searched.text), "i") : null;
}

/**
 * The flag `i` compares as this language does where the text is ASCII: no character outside ASCII then equals one of it
 * (Canonicalize, ECMA-262 22.2.2.7.3).
 */
export function isSimple({ text, word, decides }: SearchedText): boolean {
  return decides && !word && text.length <= LONGEST_ALTERNATIVE && /^[\0-\x7f]*$/.test(text);
}

/** The text of ASCII as an expression that matches just it. */
export function escapeExpression(text: string): string {
  return text.replace(/\W/g, "\\$&");
}
