/** A text that is searched in a subject, case folded, and what its occurrences mean. */
export interface SearchedText {
  /** Not empty, without U+FFFD. */
  readonly text: string;
  /** Whether only occurrences count beside which stands no word character. */
  readonly word: boolean;
  /** The lowest rule that an occurrence is of use to. Once it or a lower one holds, the text is not looked for. */
  readonly rank: number;
  /** Whether an occurrence makes the rule of that rank hold; else it is noted. */
  readonly decides: boolean;
}

/** Stands for "no rule": higher than the number of any. */
export const NO_RULE = 0x7fffffff;

/** Stands for a search that has told nothing: it is done in another way. */
export const NO_ANSWER = -1;

/** The case variants outside ASCII of letters, each with its folding. */
export type LetterVariants = ReadonlyMap<string, string>;
