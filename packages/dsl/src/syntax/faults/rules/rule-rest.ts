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
  {
    explain: explainRestOfStatus,
    because: "a range has begun; below, what follows would be a value of its own",
  },
  {
    explain: explainOr,
    because: "or joins what stands on either side; below, that would be explained by itself",
  },
  {
    explain: explainMissingComma,
    because: "two values stand side by side; below, the second would be explained by itself",
  },
  { explain: explainOtherwiseAnd, because: "behind otherwise no test can stand, with and or without" },
  { explain: explainAndSign, because: "the sign says and, whatever follows" },
  {
    explain: explainUpperCaseJoint,
    because: "AND and As are certain; below they would be labels",
  },
  {
    explain: explainJoint,
    because: "a test follows, so that the word before it is neither a unit nor a label",
  },
  { explain: explainMisspelledAs, because: "a label follows, which behind a unit would have as before it" },
  { explain: explainUnit, because: "below, a short word behind a number would be a label" },
  { explain: explainMissingAnd, because: "the words that begin a test are the language's own, and certain" },
  { explain: explainTextForLabel, because: "a text can be the label, but none of the words below" },
  { explain: explainReasonPhrase, because: "below, the name of a status would be a label" },
  { explain: explainCaseWords, because: "below, these words would be a label" },
  {
    explain: explainBareField,
    because: "a comparison follows, so that the word before it is a field and no label",
  },
  {
    explain: explainMisspelledNextTest,
    because: "a value follows, so that the word before it is a misspelled test and no label",
  },
  { explain: explainAs, because: "takes any word as a label" },
]);

/** A rule was complete, and something follows. */
export const explainRestOfRule: Explainer = (fault, found) => {
  const isLabelled = fault.tokens.slice(0, fault.index).some(({ image }) => image === "as");
  return (isLabelled ? explainRestOfLabelledRule : AFTER_TESTS)(fault, found);
};
