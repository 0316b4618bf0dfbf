/** How a body is written where its form leaves a choice. */
export interface WritingStyle {
  /** Whether blanks stand between the parts of a document. */
  readonly isSpaced: boolean;
  /** Whether numbers, true and false stand in JSON as strings. */
  readonly quotesWords: boolean;
  /** What of values is escaped: what must be, the first letter of each word, or all; or all of names, too. */
  readonly escapes: "needed" | "first-letters" | "values" | "names-and-values";
}

export const NATURAL_STYLE: WritingStyle = { isSpaced: false, quotesWords: false, escapes: "needed" };

/** All styles, the most natural ones first. */
export const STYLES: readonly WritingStyle[] = [
  NATURAL_STYLE,
  { ...NATURAL_STYLE, quotesWords: true },
  { ...NATURAL_STYLE, isSpaced: true },
  { ...NATURAL_STYLE, isSpaced: true, quotesWords: true },
  { isSpaced: false, quotesWords: true, escapes: "first-letters" },
  { isSpaced: false, quotesWords: true, escapes: "values" },
  { isSpaced: false, quotesWords: true, escapes: "names-and-values" },
];

/** The style by which values of that style are written in names. */
export function styleOfNames(style: WritingStyle): WritingStyle {
  return style.escapes === "names-and-values" ? style : { ...style, escapes: "needed" };
}

/**
 * The text as it is written, character by character: `asNeeded` writes what can stand as it is or must be escaped, `escaped`
 * one that need not be. In a word only letters and digits are escaped.
 */
export function writeCharacters(
  text: string,
  { escapes }: WritingStyle,
  asNeeded: (character: string) => string,
  escaped: (character: string) => string,
): string {
  if (escapes === "needed") return Array.from(text, asNeeded).join("");
  let written = "";
  let isInside = false;
  for (const character of text) {
    const isLetter = character > " " && !/[!-/:-@[-`{-~]/.test(character);
    const escapesThis = escapes !== "first-letters" || (isLetter && !isInside);
    written += escapesThis ? escaped(character) : asNeeded(character);
    isInside = isLetter;
  }
  return written;
}
