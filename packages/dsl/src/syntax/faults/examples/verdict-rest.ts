import { replaceWith } from "../../../findings/finding.js";
import { isOutcome } from "../../vocabulary.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { deleting, insertingWord, replacing } from "../fixes.js";
import { explainLabelOnNextLine } from "../labels/label-order.js";
import { explainLabelOfSeveralWords } from "../labels/label-words.js";
import { explainMisspelling, intended } from "../misspelling.js";
import { explainNeedless } from "../needless.js";
import { isStray, isText, isWord, spanOf } from "../token-places.js";

/** `is unmapped Duplicate`. */
const explainRestOfUnmapped: Explainer = (fault, found) => {
  const unmapped = fault.before;
  if (unmapped === null || fault.startsLine) return null;
  const remove = deleting(fault.text, spanOf(found), "suggested");
  const isLabel = (isWord(found) && found.image !== "with") || isText(found);
  const fixes = isLabel ? [remove, replacing(unmapped, "reject", "suggested")] : [remove];
  return problemAt(found, { problem: "unmapped-label" }, fixes);
};

/** `is reject` and the label on the next line. */
const explainLabelBelow: Explainer = (fault, found) =>
  isOutcome(fault.imageAt(-1)) && fault.startsLine ? explainLabelOnNextLine(fault, found) : null;

/** `is reject as Duplicate`. */
const explainAsBeforeLabel: Explainer = (fault, found) => {
  const { before } = fault;
  const isAs = before?.image === "as" && isOutcome(fault.imageAt(-2));
  return isAs && (isWord(found) || isText(found)) && !fault.startsLine
    ? explainNeedless(fault, before)
    : null;
};

/** `is success wiht price "12.50"`. */
const explainMisspelledWith: Explainer = (fault, found) => {
  const { before } = fault;
  if (!isWord(before) || !isWord(found) || !isText(fault.next)) return null;
  return intended(before.image, ["with"]) === null ? null : explainMisspelling(before, "with", ["with"]);
};

/** `is success price "12.50"`. */
const explainMissingWith: Explainer = (fault, found) => {
  const { before, next } = fault;
  const name = isText(found) && isWord(before) ? before : isWord(found) && isText(next) ? found : null;
  if (name === null || fault.tokens.some(({ image }) => image === "with")) return null;
  // Directly behind the outcome it may be the label, and an outcome may be the one that was meant.
  const mayBeLabel = isOutcome(name.image) || (name === before && fault.at(-2)?.image !== "success");
  const fix = insertingWord(fault.text, "with", name, mayBeLabel ? "suggested" : "automatic");
  return problemAt(name, { problem: "missing-word", word: "with", before: name.image }, [fix]);
};

/** `with price "1" and id "2"`. */
const explainAndBetweenCaptures: Explainer = (fault, found) => {
  const { before, next } = fault;
  const joins =
    (found.image === "and" || found.image === "with" || found.image === ";") &&
    isText(before) &&
    isText(fault.at(2));
  if (!joins || before === null || !(isWord(next) || isText(next))) return null;
  const span = { from: before.endOffset + 1, to: found.endOffset + 1 };
  const fix = replaceWith(span, ",", "Write a comma", "automatic");
  return problemAt(found, { problem: "instead", found: found.image, write: "," }, [fix]);
};

/** Behind the outcome, the label or the captures of a verdict. */
const AFTER_OUTCOME = inOrder([
  {
    explain: each(explainLabelBelow, explainAsBeforeLabel, explainMisspelledWith, explainAndBetweenCaptures),
    because:
      "a label on the next line, as, with and and are known; below they would name a capture or be a label",
  },
  {
    explain: explainMissingWith,
    because: "a text follows, so that the word before it names a capture and is no part of a label",
  },
  { explain: explainLabelOfSeveralWords, because: "takes any words and signs" },
]);

/** An example was complete, and something follows. */
export const explainRestOfExample: Explainer = (fault, found) =>
  (fault.before?.image === "unmapped" ? explainRestOfUnmapped : AFTER_OUTCOME)(fault, found);

/** A value of a capture is wanted. */
export const explainCaptureValue: Explainer = (fault, found) => {
  if (!isText(fault.next)) return null;
  if (found.image === "=" || found.image === ":" || found.image === "is")
    return explainNeedless(fault, found);
  return isStray(found) ? explainNeedless(fault, found, "suggested") : null;
};
