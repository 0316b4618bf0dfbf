import { isNumberMatchWord, isSpecialWord } from "../../vocabulary.js";
import { explainReasonPhrase } from "../examples/status-lines.js";
import { type Explainer, inOrder, problemAt } from "../explanation.js";
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
  { explain: explainRestOfStatus, because: "a range has begun: what stands there is no value of its own" },
  { explain: explainOr, because: "or and its signs join what stands on either side, whatever that is" },
  { explain: explainMissingComma, because: "two values side by side: as a label the second would need as" },
  { explain: explainOtherwiseAnd, because: "a test behind otherwise is no test that and is missing before" },
  { explain: explainAndSign, because: "the sign says and, whatever stands behind it" },
  {
    explain: explainUpperCaseJoint,
    because: "AND and As are words of the language but for their letter case",
  },
  { explain: explainJoint, because: "a test follows: the word before it is no unit and no label" },
  { explain: explainMisspelledAs, because: "a label follows: behind a unit nothing but as can" },
  { explain: explainUnit, because: "a short word behind a number would be taken for a label below" },
  { explain: explainMissingAnd, because: "words that begin a test are known for certain" },
  { explain: explainTextForLabel, because: "a text is none of the words below" },
  { explain: explainReasonPhrase, because: "the name of a status would be taken for a label below" },
  { explain: explainCaseWords, because: "so would these" },
  { explain: explainBareField, because: "a field's name has a comparison behind it, which a label has not" },
  {
    explain: explainMisspelledNextTest,
    because: "a misspelled test has a value behind it, which a label has not",
  },
  { explain: explainAs, because: "any word is a label, if nothing else" },
]);

/** A rule was complete, and something follows. */
export const explainRestOfRule: Explainer = (fault, found) => {
  const isLabelled = fault.tokens.slice(0, fault.index).some(({ image }) => image === "as");
  return (isLabelled ? explainRestOfLabelledRule : AFTER_TESTS)(fault, found);
};
