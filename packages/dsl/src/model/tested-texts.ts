import { memoized } from "../incremental/memoized.js";
import { isSearchWord, VOCABULARY } from "../syntax/vocabulary.js";
import type { PositiveTest, RuleModel, Test } from "./mapping.js";
import type { MappingText } from "./mapping-text.js";

/** A test of texts, its `not` left aside. */
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

/** Whether the test holds wherever its texts stand, also inside longer words; its wildcards left aside. */
export function mayStandAnywhere({ how }: TextTest): boolean {
  const { isOpenBefore, isOpenBehind } = VOCABULARY[how];
  return isOpenBefore && isOpenBehind;
}

/** A text, or a part of one. */
export interface TextStretch {
  readonly text: string;
  readonly folded: string;
}

/** A text that may stand anywhere, also inside longer words. */
export type UnanchoredText = TextStretch;

/** The text if it may stand anywhere: a keyword, or an exact text with an asterisk at each end and none between. */
export function unanchoredTextOf({
  textTest,
  text,
}: Pick<TestedText, "textTest" | "text">): UnanchoredText | null {
  if (!VOCABULARY[textTest.how].asteriskIsWildcard) return mayStandAnywhere(textTest) ? text : null;
  const [before, middle = "", after] = text.pieces;
  const surrounded = text.pieces.length === 3 && before === "" && after === "" && middle !== "";
  return surrounded ? { text: middle, folded: text.foldedPieces[1] ?? "" } : null;
}

/**
 * The text if it is looked for in any place of its subject: a keyword, a word, or an exact text with an asterisk at each
 * end and none between.
 */
export function textSearchedAnywhere(tested: Pick<TestedText, "textTest" | "text">): TextStretch | null {
  return isSearchWord(tested.textTest.how) ? tested.text : unanchoredTextOf(tested);
}

/**
 * The stretches of the text that must stand in the subject one after the other: the parts of a pattern between its
 * asterisks, and any other text as a whole.
 */
export function stretchesOf({
  textTest,
  text,
}: Pick<TestedText, "textTest" | "text">): readonly TextStretch[] {
  if (!VOCABULARY[textTest.how].asteriskIsWildcard) return [text];
  return text.pieces.map((piece, number) => ({ text: piece, folded: text.foldedPieces[number] ?? "" }));
}
