import type { PositiveTest } from "../model/mapping.js";
import { VOCABULARY } from "../syntax/vocabulary.js";

/**
 * Folded texts one of which stands in a text of what a test looks at if it holds, its `not` left aside: what an index can look rules up
 * by. An empty one stands in every text, and so asks only that there is one. Null where it can hold without.
 */
export function neededTexts(test: PositiveTest): readonly string[] | null {
  switch (test.kind) {
    case "status":
    case "empty":
      return null;
    case "number":
      return ANY_TEXT;
    case "text": {
      const { asteriskIsWildcard } = VOCABULARY[test.how];
      // All pieces of a text must stand in the subject; the longest tells most.
      const texts = test.texts.map(({ folded, foldedPieces }) =>
        asteriskIsWildcard ? longestOf(foldedPieces) : folded,
      );
      if (!texts.includes("")) return texts;
      // There always is a body; a field may have no text at all.
      return test.field === null ? null : ANY_TEXT;
    }
  }
}

const ANY_TEXT: readonly string[] = [""];

function longestOf(pieces: readonly string[]): string {
  let longest = "";
  for (const piece of pieces) if (piece.length > longest.length) longest = piece;
  return longest;
}
