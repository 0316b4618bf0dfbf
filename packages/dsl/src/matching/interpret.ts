import type { Capture, Condition, Label, PositiveTest, RuleModel, Test } from "../model/mapping.js";
import type { MappingText } from "../model/mapping-text.js";
import type { TextTest } from "../model/tested-texts.js";
import { writtenLabel } from "../model/written-label.js";
import { isNumberBeyond } from "../runtime/decimal.js";
import { areBlank, firstNonBlank } from "../runtime/picked.js";
import { findText, findWord, matchGlob, trimmedRange } from "../runtime/text-matching.js";
import { type NumberMatchWord, type TextMatchWord, VOCABULARY } from "../syntax/vocabulary.js";
import { isCurrencySign, isWordCharacter } from "../text/character-classes.js";
import { byName, captureParts } from "./capture.js";
import type { Subject } from "./subject.js";
import type { Verdict } from "./verdict.js";

/*
 * What a mapping means, as docs/language.md says it. Every other way of running one is tested against this file.
 */

/** Whether the rule's condition holds for the response. */
export function ruleHolds(rule: RuleModel, subject: Subject): boolean {
  return conditionHolds(rule.condition, subject);
}

function conditionHolds(condition: Condition, subject: Subject): boolean {
  switch (condition.kind) {
    case "otherwise":
      return true;
    case "tests":
      return condition.tests.every((test) => testHolds(test, subject));
  }
}

export function testHolds({ negated, test }: Test, subject: Subject): boolean {
  return positiveTestHolds(test, subject) !== negated;
}

/** Whether the test without its `not` holds. */
function positiveTestHolds(test: PositiveTest, subject: Subject): boolean {
  switch (test.kind) {
    case "status":
      return test.ranges.some(({ first, last }) => first <= subject.status && subject.status <= last);
    case "text":
      return textsOf(test, subject).some((text) =>
        test.texts.some((wanted) => placeOfText(test.how, wanted, text) !== null),
      );
    case "number":
      return subject
        .pick(test.field)
        .some(({ text }) => text !== null && numberHolds(test.how, test.number, text));
    case "empty":
      return areBlank(subject.pick(test.field));
  }
}

/** The folded texts that a text test looks at: the body, or what its field picks. */
function textsOf(test: TextTest, subject: Subject): readonly string[] {
  if (test.field === null) return [subject.foldedBody];
  return subject.pick(test.field).flatMap(({ folded }) => (folded === null ? [] : [folded]));
}

/** Where a folded text holds what is wanted, in its UTF-16 offsets; null where it does not. */
export function placeOfText(
  how: TextMatchWord,
  wanted: Pick<MappingText, "folded" | "foldedPieces">,
  folded: string,
): { readonly start: number; readonly end: number } | null {
  switch (how) {
    case "keyword":
      return placeAt(findText(folded, wanted.folded, 0), wanted.folded.length);
    case "word":
      return placeAt(findWord(folded, wanted.folded, isWordCharacter), wanted.folded.length);
    case "exact": {
      const trimmed = trimmedRange(folded, 0, folded.length);
      return matchGlob(folded.slice(trimmed.start, trimmed.end), wanted.foldedPieces) ? trimmed : null;
    }
  }
}

function placeAt(start: number, length: number): { readonly start: number; readonly end: number } | null {
  return start < 0 ? null : { start, end: start + length };
}

/** Whether the text is a decimal number above or below the limit; false where it is no number. */
export function numberHolds(how: NumberMatchWord, limit: string, text: string): boolean {
  return isNumberBeyond(text, VOCABULARY[how].direction, limit, isCurrencySign);
}

/** The verdict on a response for which this is the first rule that holds; null for none. */
export function verdictOf(
  deciding: RuleModel | null,
  captures: readonly Capture[],
  subject: Subject,
): Verdict {
  const outcome = deciding?.outcome ?? "unmapped";
  const parts = byName(captureParts(captures, outcome, subject), captures);
  if (deciding === null) return { outcome: "unmapped", label: null, captures: parts };
  return { outcome: deciding.outcome, label: labelOf(deciding.label, subject), captures: parts };
}

/** The label that a rule with this one gives to the response; null for none. */
export function labelOf(label: Label, subject: Subject): string | null {
  const picked = label.kind === "field" ? firstNonBlank(subject.pick(label.field)) : null;
  return picked?.text ?? writtenLabel(label);
}
