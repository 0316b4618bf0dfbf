import type { EdgeTexts } from "./edge-texts.js";
import type { LetterVariants } from "./searched-text.js";
import { meaningOf, searchedTexts, type TextMeaning, type TextRow } from "./text-meaning.js";
import { createTextSearch, type SearchedSubject, type SearchWays, type TextSearch } from "./text-search.js";
import type { WordCharacters } from "./word-characters.js";

/** The texts that rules look for in one subject, by how they stand there. */
export interface TextRows {
  /** The text is all of the subject without the white space at its ends, or begins or ends that. */
  readonly whole?: readonly TextRow[];
  readonly beginnings?: readonly TextRow[];
  readonly endings?: readonly TextRow[];
  /** The text stands anywhere. */
  readonly keywords?: readonly TextRow[];
  /** The text stands anywhere, and beside it no word character. */
  readonly words?: readonly TextRow[];
}

/** The texts of one subject, ready to be looked for. */
export interface TextTable {
  readonly edges: EdgeTexts | null;
  readonly search: RowSearch | null;
}

/** The texts that are searched. */
export interface RowSearch {
  readonly search: TextSearch;
  /** Of each text that is noted the number of its row. */
  readonly rowOf: readonly number[];
  readonly meanings: readonly TextMeaning[];
}

/** The search of texts that stand anywhere. */
export function rowSearch(
  keywords: readonly TextRow[],
  words: readonly TextRow[],
  variants: LetterVariants,
  characters: WordCharacters | null,
  ways: SearchWays,
): RowSearch {
  const searched = searchedTexts(keywords, words);
  return {
    search: createTextSearch(searched, variants, characters, ways),
    rowOf: searched.map(({ row }) => row),
    meanings: [...keywords, ...words].map(meaningOf),
  };
}

/** Searches the subject: gives the lowest rule that then holds, and adds the rows that were found. */
export function searchRows(
  { search, rowOf }: RowSearch,
  subject: SearchedSubject,
  best: number,
  rows: number[],
): number {
  const found: number[] = [];
  const holding = search.search(subject, best, found);
  for (const id of found) rows.push(rowOf[id] || 0);
  return holding;
}
