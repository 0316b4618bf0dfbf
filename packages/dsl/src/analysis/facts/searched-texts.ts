import { memoized } from "../../incremental/memoized.js";
import type { PositiveTest, RuleModel, Test } from "../../model/mapping.js";
import type { MappingText } from "../../model/mapping-text.js";
import type { CheckedRule } from "./checked-rule.js";

export type TextTest = Extract<PositiveTest, { readonly kind: "text" }>;

/** A text that a rule's test looks for. */
export interface TestedText {
  readonly test: Test;
  readonly textTest: TextTest;
  readonly text: MappingText;
}

/** A text that a rule looks for, and where it says so. */
export interface SearchedText extends TestedText {
  readonly rule: CheckedRule;
}

/** All texts that a rule looks for, in order. */
export function* searchedTexts(rule: CheckedRule): Iterable<SearchedText> {
  for (const { test, textTest, text } of testedTexts(rule.model)) yield { rule, test, textTest, text };
}

/** The same, without the rule. */
export const testedTexts = memoized(({ condition }: RuleModel): readonly TestedText[] => {
  if (condition.kind === "otherwise") return [];
  return condition.tests.flatMap((test) => {
    const textTest = test.test;
    return textTest.kind === "text" ? textTest.texts.map((text) => ({ test, textTest, text })) : [];
  });
});

/** A text that may stand anywhere, also inside longer words. */
export interface UnanchoredText {
  readonly text: string;
  readonly folded: string;
}

/** The text if it may stand anywhere: a keyword, or an exact text with an asterisk at each end and none between. */
export function unanchoredTextOf({
  textTest,
  text,
}: Pick<TestedText, "textTest" | "text">): UnanchoredText | null {
  switch (textTest.how) {
    case "keyword":
      return text;
    case "word":
      return null;
    case "exact": {
      const [before, middle = "", after] = text.pieces;
      const surrounded = text.pieces.length === 3 && before === "" && after === "" && middle !== "";
      return surrounded ? { text: middle, folded: text.foldedPieces[1] ?? "" } : null;
    }
  }
}

/** The test's field as the file has it, and a space; nothing for the body. */
export function writtenField({ rule, textTest: { field } }: SearchedText): string {
  return field === null ? "" : `${rule.syntax.text.slice(field.span.from, field.span.to)} `;
}

const LONGEST_REWRITTEN = 50;

/** Whether the test's list is short enough to be written anew in a fix for each of its texts. */
export function canBeRewritten({ texts }: TextTest): boolean {
  return texts.length <= LONGEST_REWRITTEN;
}
