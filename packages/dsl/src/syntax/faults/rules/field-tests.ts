import { asSuggestions, type FixKind, replaceWith } from "../../../findings/finding.js";
import type { LocalSpan } from "../../../text/span.js";
import {
  FIELD_WORDS,
  isMatchWord,
  isSpecialWord,
  MATCH_WORDS,
  NUMBER_MATCH_WORDS,
} from "../../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { writing } from "../fixes.js";
import { VALUES_OF_FLAGS } from "../lexicon.js";
import { explainMisspelling, misspelling } from "../misspelling.js";
import { explainNeedless, explainNeedlessRun } from "../needless.js";
import { AT_LEAST_SIGNS, AT_MOST_SIGNS, COMPARING_SIGNS, operatorAt, UNEQUAL_SIGNS } from "../operators.js";
import { isText, isWord, lastTouching, spanFromTo, spanOf } from "../token-places.js";
import { explainBareMatch, type MissingMatch } from "./bare-texts.js";
import { explainUntestedChain } from "./fields.js";
import { explainJoinedField } from "./fields-in-a-row.js";
import { explainJointOfClosers, explainListBehindLast } from "./markers.js";
import { explainMisplacedNot, movingNot } from "./misplaced-not.js";
import { explainExpressionWord } from "./regular-expressions.js";
import { explainSpokenMatch } from "./spoken-tests.js";
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
  if (write !== undefined) return explainComparingSign(fault, span, image, write, kindOfValue(fault, length));
  const word = startOfTest(fault)?.image ?? "json";
  if (UNEQUAL_SIGNS.has(image)) {
    const moved = movingNot(fault, found, last, "exact");
    const fixes = kindOfValue(fault, length) === "automatic" ? moved : asSuggestions(moved);
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

function explainComparingSign(
  fault: Fault,
  span: LocalSpan,
  found: string,
  write: string,
  kind: FixKind,
): Explanation {
  return problemAt(span, { problem: "instead", found, write }, [writing(fault.text, span, write, kind)]);
}

/** How certain a sign's meaning is before the values `distance` tokens behind it: exact makes a wildcard of an asterisk. */
function kindOfValue({ tokens, index, text }: Fault, distance: number): FixKind {
  let first = index + distance;
  while (isText(tokens[first] ?? null) && tokens[first + 1]?.image === ",") {
    if ((tokens[first]?.pieces ?? []).length > 1) return "suggested";
    first += 2;
  }
  const value = tokens[first];
  const last = lastTouching(tokens, first);
  if (value === undefined || last === null) return "automatic";
  const holdsAsterisk =
    value.pieces === undefined
      ? text.slice(value.startOffset, last.endOffset + 1).includes("*")
      : value.pieces.length > 1;
  return holdsAsterisk ? "suggested" : "automatic";
}

/** `json "$.sold" true`, `json "$.code" 5`, `json "$.state" accepted`. */
const explainBareValue: Explainer = (fault, found) => {
  const { next } = fault;
  const isAlone = next === null || next.startLine > found.startLine || ["and", "as"].includes(next.image);
  const isNumber = /^-?[0-9]+(?:\.[0-9]+)?$/.test(found.image);
  if (!isAlone || !(isNumber || isWord(found)) || isSpecialWord(found.image)) return null;
  const isFlag = VALUES_OF_FLAGS.has(found.image.toLowerCase());
  const isNear = misspelling(found, "a way to match", MATCHES_AND_FIELDS).fixes.length > 0;
  if (isNear && !isFlag && !isNumber) return null;
  const value = `"${found.image}"`;
  // A number may also be what the field is to be above or below.
  const others = isNumber ? NUMBER_MATCH_WORDS.map((word) => `${word} ${found.image}`) : [];
  const fixes = [`exact ${value}`, ...others].map((test) =>
    replaceWith(spanOf(found), test, `Write ${test}`, isFlag ? "automatic" : "suggested"),
  );
  return problemAt(found, { problem: "bare-value", value }, fixes);
};

const MATCHES_AND_FIELDS = [...MATCH_WORDS, ...FIELD_WORDS];

const explainMisspelledMatch: Explainer = (_fault, found) =>
  isWord(found) ? explainMisspelling(found, "a way to match", MATCHES_AND_FIELDS) : null;

/** A field has been named, and how it is tested is wanted. */
export const explainFieldMatch: Explainer = inOrder([
  {
    explain: explainSpokenMatch,
    because: "is, not and other words that compare are taken together; below, each would be one by itself",
  },
  {
    explain: each(
      explainStatusOfField,
      explainNotBehindField,
      explainIsBeforeMatch,
      explainExpressionWord,
      explainBareComparison,
      explainComparison,
    ),
    because: "each knows its words, or takes texts or signs; below, is and matches would be misspelled",
  },
  {
    explain: each(explainListBehindLast, explainJointOfClosers, explainUntestedChain),
    because: "each knows what stands before it; below, the word would be a misspelled one",
  },
  { explain: explainJoinedField, because: "below, a word between two fields would be a misspelled one" },
  { explain: explainBareValue, because: "a value is near to no word of the language" },
  { explain: explainMisspelledMatch, because: "takes any word" },
]);
