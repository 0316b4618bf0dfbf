import type { LocalFix } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isMatchWord, isOutcome, isSpecialWord, TEST_WORDS } from "../../vocabulary.js";
import { type Explainer, type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, deleting } from "../fixes.js";
import { explainLabelBeforeTest, isSurelyLabel } from "../labels/label-order.js";
import { NO_FIELD_NAMES } from "../lexicon.js";
import { intended } from "../misspelling.js";
import { COMPARING_SIGNS, operatorAt } from "../operators.js";
import { spokenComparisonAt } from "../spoken-comparisons.js";
import { isStray, isText, isWord, placeBefore, spanFromTo, spanOf } from "../token-places.js";
import { type BareField, bareFieldAt } from "./bare-paths.js";
import { writeComparison } from "./spoken-tests.js";
import { beginsTest } from "./test-start.js";

/*
 * `success result exact "accepted"`, `success $.result = "accepted"`: a field without its kind and without quotes. The
 * fix is a suggestion: a word may also be a label in the wrong place, and the body need not be JSON.
 */

/** A test is wanted, and a field's name or path stands there with a comparison behind it. */
export const explainBareField: Explainer = (fault, found) => {
  const isPath = isStray(found) && "$/.".includes(found.image);
  if (!isPath && !canBeName(found)) return null;
  const field = bareFieldAt(fault, fault.index);
  if (field === null) return null;
  const { next } = field;
  const comparison = next === null ? null : comparisonAt(fault, fault.tokens.indexOf(next) - fault.index);
  // Behind a complete test it is another one.
  const joint = fault.rule === "statement" ? "and " : "";
  if (isPath) return writingField(field, comparison, joint);
  const image = next?.image ?? "";
  if (!isMatchWord(image) && comparison === null) return null;
  if (field.last === found && isMisspelledTest(found, comparison)) return null;
  const written = writingField(field, comparison, joint);
  if (found.image === "response") {
    const whole = deleting(fault.text, spanOf(found), "suggested");
    return { ...written, fixes: [...written.fixes, whole] };
  }
  const mayBeLabel = isOutcome(fault.imageAt(-1)) && field.last === found && beginsTest(next);
  if (!mayBeLabel) return written;
  const label = explainLabelBeforeTest(fault, found);
  return isSurelyLabel(found) && fault.statementWord !== "success"
    ? { ...label, fixes: [...label.fixes, ...written.fixes] }
    : { ...written, fixes: [...written.fixes, ...label.fixes] };
};

/** A field that is named like the word of the language before the unexpected token: `success status exact "ok"`. */
export function explainFieldNamedLikeWord(fault: Fault): Explanation | null {
  const field = bareFieldAt(fault, fault.index - 1);
  if (field === null) return null;
  const { found } = fault;
  const comparison =
    found !== null && isText(found)
      ? { not: "", edits: [{ span: placeBefore(found), newText: "exact " }] }
      : comparisonAt(fault, 0);
  return writingField(field, comparison);
}

/** Whether the word can be a field's name where a test should begin. */
function canBeName(found: Token): boolean {
  return (
    /[^-]/.test(found.image) &&
    isWord(found) &&
    !isSpecialWord(found.image) &&
    !NO_FIELD_NAMES.has(found.image)
  );
}

/** `nto keyword "x"`, `keywrod = "x"`: a typo in a word of the language. */
function isMisspelledTest(found: Token, comparison: Comparison | null): boolean {
  const meant = intended(found.image, [...TEST_WORDS, "not"]);
  return meant !== null && (meant.word === "not" || (comparison !== null && meant.certain));
}

/** How the field is compared, as the language has it. */
interface Comparison {
  /** Before the field. */
  readonly not: string;
  /** Of the sign or the words behind the field; the first writes the word of the language. */
  readonly edits: LocalFix["edits"];
}

/** The comparison that begins `distance` tokens behind the unexpected one. */
function comparisonAt(fault: Fault, distance: number): Comparison | null {
  const operator = operatorAt(fault, distance);
  const first = fault.at(distance);
  if (first === null) return null;
  if (operator !== null) {
    const how = COMPARING_SIGNS.get(operator.image);
    const value = fault.at(distance + operator.length);
    if (how === undefined || value === null || isStray(value)) return null;
    const span = { from: first.startOffset, to: value.startOffset };
    return { not: "", edits: [{ span, newText: `${how} ` }] };
  }
  const spoken = spokenComparisonAt(fault.text, first.startOffset);
  const written = spoken === null ? null : writeComparison(fault.text, first.startOffset, spoken);
  return written === null ? null : { not: written.isNegated ? "not " : "", edits: written.edits };
}

/** Says how the field is written; where it is compared, the word for that goes with it. */
function writingField(
  { field, first, last }: BareField,
  comparison: Comparison | null,
  joint = "",
): Explanation {
  const span = spanFromTo(first, last);
  const { not = "", edits = [] } = comparison ?? {};
  const gap = edits[0]?.span.from === span.to ? " " : "";
  const how = edits[0] === undefined ? "" : ` ${edits[0].newText.trimEnd()}`;
  const fix = changing(`Write ${not}${field}${how}`, "suggested", [
    { span, newText: `${joint}${not}${field}${gap}` },
    ...edits,
  ]);
  return problemAt(span, { problem: "bare-field", field }, [fix]);
}
