import { isTextMatchWord, VOCABULARY } from "../../vocabulary.js";
import { type Explainer, each, inOrder } from "../explanation.js";
import { NEEDLESS_BEFORE_TEXT, WAYS_TO_MATCH } from "../lexicon.js";
import { explainNeedless } from "../needless.js";
import { explainAfterComma } from "../rules/lists.js";
import { explainMisplacedNot } from "../rules/misplaced-not.js";
import { isText } from "../token-places.js";
import { explainUnquoted } from "./unquoted.js";

/** `keyword not "a"`. */
const explainNotBeforeText: Explainer = (fault, found) =>
  found.image === "not" && isText(fault.next) ? explainMisplacedNot(fault, found, found) : null;

/** `keyword contains "a"`. */
const explainWordBeforeText: Explainer = (fault, found) => {
  if (!NEEDLESS_BEFORE_TEXT.has(found.image) || !isText(fault.next)) return null;
  // `exact contains "a"` says two things at once.
  const how = WAYS_TO_MATCH.get(found.image);
  const agrees = how === undefined || matchesWhole(fault.before?.image ?? "") === matchesWhole(how);
  return explainNeedless(fault, found, agrees ? "automatic" : "suggested");
};

function matchesWhole(word: string): boolean {
  return isTextMatchWord(word) && VOCABULARY[word].matchesWholeSubject;
}

/** A text is wanted behind a word that looks for texts, or behind a comma of their list. */
export const explainSearchedText: Explainer = inOrder([
  {
    explain: each(explainNotBeforeText, explainWordBeforeText),
    because: "the text is there: below, words are taken for texts without quotes",
  },
  {
    leaveIf: (fault, found) => (found.image === "(" || found.image === "[") && isText(fault.next),
    because: "a bracket before a text is not of it, as it would be below",
  },
  { explain: explainAfterComma, because: "in a list the words that begin tests are no texts" },
  { explain: explainUnquoted, because: "takes all that is no text" },
]);
