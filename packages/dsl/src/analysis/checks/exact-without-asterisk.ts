import { shownSource } from "../../findings/quoted.js";
import { writeString } from "../../syntax/text-literal.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";
import { checkOfRules } from "../check-definition.js";
import { isWholeBody, structure, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { canBeRewritten, type SearchedText, searchedTexts } from "../facts/searched-texts.js";
import { fieldTestForText, writeFieldTest } from "../suggested-tests/field-test.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";

export const checkExactWithoutAsterisk = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const { test, textTest, text } = searched;
    if (!VOCABULARY[textTest.how].matchesWholeSubject || textTest.field !== null || !isBareText(text.text))
      continue;
    const kind = facts.ask(structure);
    if (kind === null) return;
    if (facts.ask(isWholeBody, text.folded) && facts.ask(valuesEqualTo, text.folded).length === 0) continue;
    const field = fieldTestForText(facts, searched, text);
    const asterisks = testWithAsterisks(facts, searched);
    const fitting = [field, textTest.texts.length === 1 ? asterisks : null].filter((test) => test !== null);
    const fixes = fitting.map((written) => suggestTest(test.span, written));
    const shown = field ?? testOfUnmapped(facts, searched) ?? asterisks;
    const parameters = { text: text.text, kind, better: shown === null ? null : shownSource(shown) };
    yield { name: "exact-without-asterisk", parameters, span: text.span, fixes };
  }
});

/** The test with an asterisk on both sides of the text, if the examples do not speak against it. */
function testWithAsterisks(facts: RuleFacts, { rule, test, textTest, text }: SearchedText): string | null {
  if (!canBeRewritten(textTest)) return null;
  const texts = textTest.texts.map((one) => writeString(one === text ? ["", text.text, ""] : one.pieces));
  return firstFitting(facts, rule, test, [`${test.negated ? "not " : ""}exact ${texts.join(", ")}`]);
}

/** A test of the field that is the text in an example that no rule takes yet: to be read, since the example says so. */
function testOfUnmapped(facts: RuleFacts, { test, textTest, text }: SearchedText): string | null {
  if (test.negated || textTest.texts.length > 1) return null;
  const unmapped = facts
    .ask(valuesEqualTo, text.folded)
    .find(({ in: { example } }) => example.verdict.outcome === "unmapped");
  return unmapped === undefined ? null : writeFieldTest(unmapped.field.written, [text.text]);
}

/** A text that is neither a pattern nor written like JSON, XML or a sentence; the empty body is meant as it is. */
function isBareText(text: string): boolean {
  return text !== "" && !/[*{[<\s]/.test(text);
}
