import { writeString } from "../../syntax/text-literal.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";
import { checkOfRules } from "../check-definition.js";
import { isWholeBody, structure, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { type SearchedText, searchedTexts } from "../facts/searched-texts.js";
import { fieldTestForText, writeFieldTest } from "../suggested-tests/field-test.js";
import { shownTest, suggestTest } from "../suggested-tests/shown-test.js";

export const checkExactWithoutAsterisk = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const { textTest, text } = searched;
    if (!VOCABULARY[textTest.how].matchesWholeSubject || textTest.field !== null || !isBareText(text.text))
      continue;
    const kind = facts.ask(structure);
    if (kind === null) return;
    if (facts.ask(isWholeBody, text.folded) && facts.ask(valuesEqualTo, text.folded).length === 0) continue;
    const field = fieldTestForText(facts, searched, text) ?? testOfUnmapped(facts, searched);
    const asterisks = `exact ${writeString(["", text.text, ""])}`;
    const options = [...(field === null ? [] : [field]), ...(textTest.texts.length === 1 ? [asterisks] : [])];
    const fixes = options.map((written) => suggestTest(textTest.span, written));
    const parameters = { text: text.text, kind, better: shownTest(field ?? asterisks) };
    yield { name: "exact-without-asterisk", parameters, span: text.span, fixes };
  }
});

/** A test of the field that is the text in an example that no rule takes yet. */
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
