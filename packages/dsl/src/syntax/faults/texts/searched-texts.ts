import { isTextMatchWord, VOCABULARY } from "../../vocabulary.js";
import { type Explainer, each, inOrder } from "../explanation.js";
import { NEEDLESS_BEFORE_TEXT, WAYS_TO_MATCH } from "../lexicon.js";
import { explainNeedlessRun } from "../needless.js";
import { explainFieldBehindMatch } from "../rules/fields-in-a-row.js";
import { explainAfterComma } from "../rules/lists.js";
import { explainMisplacedNot } from "../rules/misplaced-not.js";
import { isText } from "../token-places.js";
import { explainUnquoted } from "./unquoted.js";

/** `keyword not "a"`. */
const explainNotBeforeText: Explainer = (fault, found) =>
  found.image === "not" && isText(fault.next) ? explainMisplacedNot(fault, found, found) : null;

/** `keyword contains "a"`. */
const explainWordBeforeText: Explainer = (fault, found) => {
  let last = found;
  for (
    let next = fault.next;
    next !== null && NEEDLESS_BEFORE_TEXT.has(last.image) && NEEDLESS_BEFORE_TEXT.has(next.image);
    next = fault.behind(next)
  )
    last = next;
  if (!NEEDLESS_BEFORE_TEXT.has(last.image) || !isText(fault.behind(last))) return null;
  // `exact contains "a"` says two things at once.
  const how = WAYS_TO_MATCH.get(found.image);
  const agrees = how === undefined || matchesWhole(fault.before?.image ?? "") === matchesWhole(how);
  return explainNeedlessRun(fault, found, last, agrees ? "automatic" : "suggested");
};

function matchesWhole(word: string): boolean {
  return isTextMatchWord(word) && VOCABULARY[word].matchesWholeSubject;
}

/** A text is wanted behind a word that looks for texts, or behind a comma of their list. */
export const explainSearchedText: Explainer = inOrder([
  {
    explain: each(explainNotBeforeText, explainWordBeforeText),
    because: "the text is there; below, the word before it would be put in quotes",
  },
  {
    leaveIf: (fault, found) => (found.image === "(" || found.image === "[") && isText(fault.next),
    because: "the text is there; below, the bracket before it would be put in quotes",
  },
  {
    explain: explainFieldBehindMatch,
    because: "the field's word is known for certain, and would be put in quotes below",
  },
  { explain: explainAfterComma, because: "below, a word that begins a test would be put in quotes" },
  { explain: explainUnquoted, because: "takes everything that is no text" },
]);
