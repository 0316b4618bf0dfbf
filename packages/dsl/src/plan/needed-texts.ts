import type { Question } from "./predicate.js";

/**
 * Folded texts one of which stands in a text of a question's subject if the answer is yes: what an index can look rules up by.
 * An empty one stands in every text, and so asks only that the subject has one. Null where it can be yes without.
 */
export function neededTexts(question: Question): readonly string[] | null {
  switch (question.kind) {
    case "status":
    case "empty":
      return null;
    case "number":
      return [""];
    case "text": {
      // All pieces of a text must stand in the subject; the longest tells most.
      const texts = question.texts.map(({ folded }) => longestOf(folded));
      if (!texts.includes("")) return texts;
      // There always is a body; a field may have no text at all.
      return question.field === null ? null : [""];
    }
  }
}

function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
