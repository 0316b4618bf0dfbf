import { type Explainer, problemAt } from "../explanation.js";
import { replacing } from "../fixes.js";
import { isText, textOf } from "../token-places.js";

/** A word of the language in quotation marks, where no text can stand: `is "success"`. */
export function explainQuotedWord(isWanted: (word: string) => boolean): Explainer {
  return (_fault, found) => {
    const word = isText(found) ? textOf(found) : "";
    return isWanted(word)
      ? problemAt(found, { problem: "quoted-word", word }, [replacing(found, word, "automatic")])
      : null;
  };
}
