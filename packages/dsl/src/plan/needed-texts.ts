import type { Predicate } from "./predicate.js";

/**
 * Folded texts one of which stands in a text of a predicate's subject if it holds: what an index can look rules up by.
 * An empty one stands in every text, and so asks only that the subject has one. Null where it can hold without.
 */
export function neededTexts(predicate: Predicate): readonly string[] | null {
  switch (predicate.kind) {
    case "status":
    case "empty":
      return null;
    case "number":
      return [""];
    case "text": {
      // All pieces of a text must stand in the subject; the longest tells most.
      const texts = predicate.texts.map(({ folded }) => longestOf(folded));
      if (!texts.includes("")) return texts;
      // There always is a body; a field may have no text at all.
      return predicate.field === null ? null : [""];
    }
  }
}

function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
