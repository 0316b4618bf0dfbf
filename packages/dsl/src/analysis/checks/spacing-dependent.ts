import { stretchesOf, type TextStretch } from "../../model/tested-texts.js";
import { checkOfRules } from "../check-definition.js";
import { mayBeJson } from "../facts/questions.js";
import { canBeRewritten, searchedTexts } from "../facts/searched-texts.js";
import { memberTestFor } from "../suggested-tests/member-test.js";
import { shownTest, suggestTest } from "../suggested-tests/shown-test.js";
import { fixesJsonSpacing } from "../words/json-punctuation.js";

export const checkSpacingDependent = checkOfRules(function* (rule, facts) {
  for (const searched of searchedTexts(rule)) {
    const { test, textTest, text } = searched;
    const isDependent = ({ text: stretch }: TextStretch) =>
      stretch.includes('"') && fixesJsonSpacing(stretch, facts.ask(mayBeJson));
    if (textTest.field !== null || !stretchesOf(searched).some(isDependent)) continue;
    const better = canBeRewritten(textTest) ? memberTestFor(facts, searched) : null;
    const fixes = better === null ? [] : [suggestTest(test.span, better)];
    const parameters = {
      kind: "json" as const,
      text: text.text,
      better: better === null ? null : shownTest(better),
    };
    yield { name: "spacing-dependent", parameters, span: text.span, fixes };
  }
});
