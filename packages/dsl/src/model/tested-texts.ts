import { memoized } from "../incremental/memoized.js";
import type { PositiveTest, RuleModel, Test } from "./mapping.js";
import type { MappingText } from "./mapping-text.js";

export type TextTest = Extract<PositiveTest, { readonly kind: "text" }>;

/** A text that a rule's test looks for. */
export interface TestedText {
  readonly test: Test;
  readonly textTest: TextTest;
  readonly text: MappingText;
}

/** All texts that a rule's tests look for, in order. */
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
