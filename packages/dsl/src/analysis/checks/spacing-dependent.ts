import { findingAt } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { fixesJsonSpacing } from "../json-punctuation.js";
import { memberTestFor } from "../member-test.js";
import { shownTest, suggestTest } from "../shown-test.js";
import { canBeRewritten, ownSoughtTexts, type SoughtText } from "../sought-texts.js";

export const checkSpacingDependent: Check = function* (analysed) {
  const { mayBeJson } = analysed.bodies;
  for (const sought of ownSoughtTexts(analysed.mapping)) {
    const { rule, test, textTest, text } = sought;
    if (
      textTest.field !== null ||
      !stretchesOf(sought).some((stretch) => fixesJsonSpacing(stretch, mayBeJson))
    )
      continue;
    const better = canBeRewritten(textTest) ? memberTestFor(analysed, sought) : null;
    const fixes = better === null ? [] : [suggestTest(test.span, better)];
    const parameters = { text: text.text, better: better === null ? null : shownTest(better) };
    yield findingAt({ name: "spacing-dependent", parameters }, rule, text.span, { fixes });
  }
};

/** The stretches of the text that must stand in the body as they are. */
function stretchesOf({ textTest, text }: SoughtText): readonly string[] {
  return textTest.how === "exact" ? text.pieces : [text.text];
}
