import { NO_RULE, type SearchedText } from "./searched-text.js";

/**
 * A folded text and what it means for rules: the one that holds where it stands, null for none; rules before that one that can
 * hold then, in their order, which are to be tried; and the lowest rule before that one that asks whether the text was found.
 */
export type TextRow = readonly [
  text: string,
  decides: number | null,
  tried?: readonly number[],
  asking?: number,
];

/** What a text that was found means for rules. */
export interface TextMeaning {
  /** The rule that holds; `NO_RULE` for none. */
  readonly decides: number;
  /** Rules that can hold, in their order. */
  readonly tried: readonly number[];
}

export function meaningOf([, decides, tried = []]: TextRow): TextMeaning {
  return { decides: decides === null ? NO_RULE : decides, tried };
}

/** A searched text and the number of its row. */
export interface TextOfRow extends SearchedText {
  readonly row: number;
}

/**
 * What is searched for these rows, in the order of the ranks: the text of each as one that decides, as one that is noted for
 * lower rules, or both. Rows are numbered keywords first, then words.
 */
export function searchedTexts(keywords: readonly TextRow[], words: readonly TextRow[]): readonly TextOfRow[] {
  const texts: TextOfRow[] = [];
  const addTexts = (
    [text, decides, tried = [], asking = NO_RULE]: TextRow,
    row: number,
    word: boolean,
  ): void => {
    const [first = NO_RULE] = tried;
    const noted = Math.min(first, asking);
    if (decides !== null) texts.push({ text, word, rank: decides, decides: true, row });
    if (noted !== NO_RULE) texts.push({ text, word, rank: noted, decides: false, row });
  };
  keywords.forEach((row, number) => {
    addTexts(row, number, false);
  });
  words.forEach((row, number) => {
    addTexts(row, keywords.length + number, true);
  });
  return texts.sort((a, b) => a.rank - b.rank);
}
