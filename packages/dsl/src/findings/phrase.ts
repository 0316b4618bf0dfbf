import { quoted } from "./quoted.js";

/** A stretch of a sentence. What comes out of somebody's file is told apart, so that it can be set apart. */
export interface Phrase {
  readonly text: string;
  /** Whether it is the user's: made visible, on one line and cut where it is long. */
  readonly isWritten: boolean;
}

/** The sentence as plain text. */
export function textOfPhrases(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join("");
}

/** Words of the sentence's own. */
export function words(text: string): Phrase {
  return { text, isWritten: false };
}

/** Something out of a file that has been made visible already. */
export function written(text: string): Phrase {
  return { text, isWritten: true };
}

/** A text out of a file, in quotes. */
export function textInWords(text: string): Phrase {
  return written(quoted(text));
}

/** What is as well read without quotes, such as a path. */
export function bareInWords(text: string): Phrase {
  return written(shortened(text));
}

/** A text out of a file without quotes, made visible and cut where it is long. */
export function shortened(text: string): string {
  return quoted(text).slice(1, -1);
}

/** `a`, `a or b`, `a, b or c`. */
export function listedPhrases(items: readonly (readonly Phrase[])[], conjunction: string): readonly Phrase[] {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [words(index === items.length - 1 ? ` ${conjunction} ` : ", "), ...item];
  });
}
