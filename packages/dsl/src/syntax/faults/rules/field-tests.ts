import { asSuggestions } from "../../../findings/finding.js";
import type { LocalSpan } from "../../../text/span.js";
import { FIELD_WORDS, isMatchWord, MATCH_WORDS } from "../../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { writing } from "../fixes.js";
import { THERE } from "../lexicon.js";
import { explainMisspelling } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { AT_LEAST_SIGNS, AT_MOST_SIGNS, COMPARING_SIGNS, operatorAt, UNEQUAL_SIGNS } from "../operators.js";
import { isText, isWord, spanFromTo } from "../token-places.js";
import { explainBareMatch, type MissingMatch } from "./bare-texts.js";
import { explainUntestedChain } from "./fields.js";
import { explainJoinedField } from "./fields-in-a-row.js";
import { explainJointOfClosers, explainListBehindLast } from "./markers.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { explainExpressionWord } from "./regular-expressions.js";
import { startOfTest } from "./test-start.js";

/** `json "$.a" status 200`. */
const explainStatusOfField: Explainer = (_fault, found) =>
  found.image === "status" ? problemAt(found, { problem: "status-of-field" }) : null;

/** `json "$.a" not exact "b"`, `json "$.a" is not "b"`. */
const explainNotBehindField: Explainer = (fault, found) => {
  if (found.image === "not") return explainMisplacedNot(fault, found, found);
  const { next } = fault;
  return found.image === "is" && next?.image === "not" ? explainMisplacedNot(fault, found, next) : null;
};

/** `json "$.a" is exact "b"`. */
const explainIsBeforeMatch: Explainer = (fault, found) =>
  found.image === "is" && isMatchWord(fault.imageAt(1)) ? explainNeedless(fault, found) : null;

/** `json "$.a" exists`. */
const explainThere: Explainer = (fault, found) => {
  if (!THERE.has(found.image)) return null;
  const word = startOfTest(fault)?.image ?? "json";
  const fixes = asSuggestions(movingNot(fault, found, found, "empty"));
  return problemAt(found, { problem: "exists", word }, fixes);
};

/** `json "$.a" "b"`. */
const explainBareComparison: Explainer = (fault, found) =>
  isText(found) ? explainBareMatch(fault, found, "a way to match", MISSING_MATCHES) : null;

const MISSING_MATCHES: readonly MissingMatch[] = [
  { word: "exact", title: "Compare the whole field" },
  { word: "keyword", title: "Look for it in the field" },
];

/** `json "$.a" = "b"` and other signs of comparison. */
const explainComparison: Explainer = (fault, found) => {
  const operator = operatorAt(fault);
  if (operator === null) return null;
  const { image, last, length } = operator;
  const span = spanFromTo(found, last);
  const behind = fault.imageAt(length);
  if (isMatchWord(behind) && /^(?:=+|:)$/.test(image)) return explainNeedlessRun(fault, found, last);
  const write = COMPARING_SIGNS.get(image);
  if (write !== undefined) return explainComparingSign(fault, span, image, write);
  const word = startOfTest(fault)?.image ?? "json";
  if (UNEQUAL_SIGNS.has(image)) {
    const fixes = movingNot(fault, found, last, "exact");
    return problemAt(span, { problem: "not-equal", mark: image, word }, fixes);
  }
  const opposite = AT_LEAST_SIGNS.has(image) ? "below" : AT_MOST_SIGNS.has(image) ? "above" : null;
  if (opposite === null) return null;
  const fixes = asSuggestions(movingNot(fault, found, last, opposite));
  return problemAt(
    span,
    { problem: "at-least", mark: image, number: behind, field: word, word: opposite },
    fixes,
  );
};

function explainComparingSign(fault: Fault, span: LocalSpan, found: string, write: string): Explanation {
  return problemAt(span, { problem: "instead", found, write }, [
    writing(fault.text, span, write, "automatic"),
  ]);
}

const explainMisspelledMatch: Explainer = (_fault, found) =>
  isWord(found) ? explainMisspelling(found, "a way to match", [...MATCH_WORDS, ...FIELD_WORDS]) : null;

/** A field has been named, and how it is tested is wanted. */
export const explainFieldMatch: Explainer = inOrder([
  {
    explain: each(
      explainStatusOfField,
      explainNotBehindField,
      explainIsBeforeMatch,
      explainExpressionWord,
      explainThere,
      explainBareComparison,
      explainComparison,
    ),
    because:
      "each knows its words, or takes texts or signs; below, is, matches and exists would be misspelled",
  },
  {
    explain: each(explainListBehindLast, explainJointOfClosers, explainUntestedChain),
    because: "each knows what stands before it; below, the word would be a misspelled one",
  },
  { explain: explainJoinedField, because: "below, a word between two fields would be a misspelled one" },
  { explain: explainMisspelledMatch, because: "takes any word" },
]);
