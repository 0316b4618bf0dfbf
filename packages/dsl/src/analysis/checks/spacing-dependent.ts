import { checkOfRules } from "../check-definition.js";
import { fixesJsonSpacing } from "../json-punctuation.js";
import { memberTestFor } from "../member-test.js";
import { shownTest, suggestTest } from "../shown-test.js";
import { canBeRewritten, type SoughtText, soughtTexts } from "../sought-texts.js";

export const checkSpacingDependent = checkOfRules(function* (rule, facts) {
  for (const sought of soughtTexts(rule)) {
    const { test, textTest, text } = sought;
    const isDependent = (stretch: string) =>
      stretch.includes('"') && fixesJsonSpacing(stretch, facts.mayBeJson());
    if (textTest.field !== null || !stretchesOf(sought).some(isDependent)) continue;
    const better = canBeRewritten(textTest) ? memberTestFor(facts, sought) : null;
    const fixes = better === null ? [] : [suggestTest(test.span, better)];
    const parameters = { text: text.text, better: better === null ? null : shownTest(better) };
    yield { name: "spacing-dependent", parameters, span: text.span, fixes };
  }
});

/** The stretches of the text that must stand in the body as they are. */
function stretchesOf({ textTest, text }: SoughtText): readonly string[] {
  return textTest.how === "exact" ? text.pieces : [text.text];
}
