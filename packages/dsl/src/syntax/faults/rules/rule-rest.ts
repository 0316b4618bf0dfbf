import { isNumberMatchWord, isSpecialWord } from "../../vocabulary.js";
import { explainReasonPhrase } from "../examples/status-lines.js";
import { type Explainer, each, inOrder, problemAt } from "../explanation.js";
import { deleting } from "../fixes.js";
import { explainRestOfLabelledRule } from "../labels/labels.js";
import { explainAs, explainMisspelledAs, explainTextForLabel } from "../labels/missing-as.js";
import { IGNORING_CASE } from "../lexicon.js";
import { explainNeedlessRun } from "../needless.js";
import { UNIT_SIGNS } from "../operators.js";
import { isText, isWord, spanOf } from "../token-places.js";
import { explainBareField } from "./bare-fields.js";
import {
  explainAndSign,
  explainJoint,
  explainMissingAnd,
  explainMissingComma,
  explainMisspelledNextTest,
  explainOr,
  explainOtherwiseAnd,
  explainUpperCaseJoint,
} from "./joints.js";
import { explainAndNot } from "./spoken-not.js";
import { explainRestOfStatus } from "./statuses.js";

/** `above 5 EUR`. */
const explainUnit: Explainer = (fault, found) => {
  const isUnit =
    isNumberMatchWord(fault.imageAt(-2)) &&
    !isSpecialWord(found.image) &&
    !isText(found) &&
    found.image.length <= 3;
  if (!isUnit || !(isWord(found) || UNIT_SIGNS.has(found.image))) return null;
  return problemAt(found, { problem: "unit", unit: found.image }, [
    deleting(fault.text, spanOf(found), "suggested"),
  ]);
};

/** `keyword "x" ignore case`: case never counts. */
const explainCaseWords: Explainer = (fault, found) => {
  const { next, text } = fault;
  for (const last of [found, ...(isWord(next) ? [next] : [])]) {
    const words = text.slice(found.startOffset, last.endOffset + 1);
    if (IGNORING_CASE.test(words)) return explainNeedlessRun(fault, found, last);
  }
  return null;
};

/** Behind the tests of a rule that has no label. */
const AFTER_TESTS = inOrder([
  {
    explain: each(
      explainRestOfStatus,
      explainOr,
      explainMissingComma,
      explainOtherwiseAnd,
      explainAndSign,
      explainUpperCaseJoint,
    ),
    because: "signs, values side by side, or and AND are certain; everything below is a guess",
  },
  { explain: explainAndNot, because: "below, unless would be a field or a label" },
  {
    explain: explainJoint,
    because: "a test follows, so that the word before it is neither a field nor a label",
  },
  {
    explain: explainMisspelledAs,
    because: "a label follows, so that the word before it is neither a unit nor part of the label",
  },
  {
    explain: each(explainUnit, explainMissingAnd, explainTextForLabel),
    because: "below, a unit would be a field or a label, and not found the name of a status",
  },
  {
    explain: each(explainReasonPhrase, explainCaseWords),
    because: "below, the name of a status would be a field or a label, and ignore case a label",
  },
  {
    explain: each(explainBareField, explainMisspelledNextTest),
    because: "a comparison or value follows, so that the word before it is no label",
  },
  { explain: explainAs, because: "takes any word as a label" },
]);

/** A rule was complete, and something follows. */
export const explainRestOfRule: Explainer = (fault, found) => {
  const isLabelled = fault.tokens.slice(0, fault.index).some(({ image }) => image === "as");
  return (isLabelled ? explainRestOfLabelledRule : AFTER_TESTS)(fault, found);
};
