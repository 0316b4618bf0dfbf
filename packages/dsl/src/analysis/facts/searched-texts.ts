import { type TestedText, type TextTest, testedTexts } from "../../model/tested-texts.js";
import type { CheckedRule } from "./checked-rule.js";

/** A text that a rule looks for, and where it says so. */
export interface SearchedText extends TestedText {
  readonly rule: CheckedRule;
}

/** All texts that a rule looks for, in order. */
export function* searchedTexts(rule: CheckedRule): Iterable<SearchedText> {
  for (const { test, textTest, text } of testedTexts(rule.model)) yield { rule, test, textTest, text };
}

/** The test's field as the file has it, and a space; nothing for the body. */
export function writtenField({ rule, textTest: { field } }: SearchedText): string {
  return field === null ? "" : `${rule.syntax.text.slice(field.span.from, field.span.to)} `;
}

/** A longer list in a fix for each of its texts would take the square of its length. */
const LONGEST_REWRITTEN = 50;

/** Whether the test's list is short enough to be written anew in a fix for each of its texts. */
export function canBeRewritten({ texts }: TextTest): boolean {
  return texts.length <= LONGEST_REWRITTEN;
}
