import { type CodePointRanges, extendsWord } from "./code-point-ranges.js";
import { findWord } from "./text-matching.js";

/** What the texts need to know that are to stand as words. */
export interface WordCharacters {
  /** Without the variation selectors, which extend no word. */
  readonly ranges: () => CodePointRanges;
  readonly has: (codePoint: number) => boolean;
  /** Where the folded text first occurs as a word in the folded subject, else -1. */
  readonly find: (subject: string, text: string) => number;
}

/** Word characters by their ranges, with variation selectors among them, and by the function that tells which they are. */
export function wordCharacterSearch(
  ranges: () => CodePointRanges,
  has: (codePoint: number) => boolean,
): WordCharacters {
  return {
    ranges() {
      const all = ranges();
      return all.filter((_, index) => extendsWord(all, all[index - (index % 2)] ?? -1));
    },
    has,
    find: (subject, text) => findWord(subject, text, has),
  };
}
