import { ownRules } from "../examples/coverage.js";
import type { Mapping, MappingText, PositiveTest, Rule, Test } from "../model/mapping.js";

export type TextTest = Extract<PositiveTest, { readonly kind: "text" }>;

/** A text that a rule looks for, and where it says so. */
export interface SoughtText {
  readonly rule: Rule;
  readonly test: Test;
  readonly textTest: TextTest;
  readonly text: MappingText;
}

/** All texts that the rules of the mapping's own file look for, in order. */
export function* ownSoughtTexts(mapping: Mapping): Iterable<SoughtText> {
  yield* soughtTexts(ownRules(mapping));
}

/** All texts that the rules look for, in order. */
export function* soughtTexts(rules: Iterable<Rule>): Iterable<SoughtText> {
  for (const rule of rules) {
    const { condition } = rule.model;
    if (condition.kind === "otherwise") continue;
    for (const test of condition.tests) {
      if (test.test.kind !== "text") continue;
      for (const text of test.test.texts) yield { rule, test, textTest: test.test, text };
    }
  }
}

/** A text that may stand anywhere, also inside longer words. */
export interface LooseText {
  readonly text: string;
  readonly folded: string;
}

/** The text if it may stand anywhere: a keyword, or an exact text with an asterisk at each end and none between. */
export function looseTextOf({ textTest, text }: Pick<SoughtText, "textTest" | "text">): LooseText | null {
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
export function writtenField({ rule, textTest: { field } }: SoughtText): string {
  return field === null ? "" : `${rule.statement.syntax.text.slice(field.span.from, field.span.to)} `;
}

const LONGEST_REWRITTEN = 50;

/** Whether the test's list is short enough to be written anew in a fix for each of its texts. */
export function canBeRewritten({ texts }: TextTest): boolean {
  return texts.length <= LONGEST_REWRITTEN;
}
