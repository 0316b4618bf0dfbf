import type { UnanchoredText } from "../../model/tested-texts.js";
import { writeString } from "../../syntax/text-literal.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { firstFitting, requirementsFor } from "./replaced-test.js";

/**
 * `exact "1"`, where all that the rule is right about is nothing but the text. Null for lists, for what is not to be there, and
 * where an example speaks against it.
 */
export function wholeBodyTest(
  facts: RuleFacts,
  { rule, test, textTest }: SearchedText,
  { text, folded }: UnanchoredText,
): string | null {
  if (textTest.field !== null || textTest.texts.length > 1 || test.negated) return null;
  const { right = [] } = requirementsFor(facts, rule, test) ?? {};
  const isWhole = right.length > 0 && right.every(({ foldedBody }) => foldedBody.trim() === folded.trim());
  return isWhole ? firstFitting(facts, rule, test, [`exact ${writeString([text.trim()])}`]) : null;
}
