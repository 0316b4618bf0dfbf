import type { Finding } from "../../findings/finding.js";
import type { Capture, Example, RuleModel } from "../../model/mapping.js";
import { testedTexts } from "../../model/tested-texts.js";
import { foldText } from "../../text/case-folding.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type RefusalSign, refusalSignIn } from "../facts/refusal-signs.js";
import { placeInBody } from "../placing/body-place.js";
import { findingAt } from "../placing/placed-finding.js";
import { unstatedPriceOf } from "../suggested-statements/unstated-price.js";
import { isNoPrice, isPriceName } from "../words/price-names.js";

/** One hint for an example: its body says no, or nobody pays for it. */
export const checkDoubtfulSuccess = checkOfMapping(function* (analysed) {
  const prices = analysed.mapping.captures.filter(({ model }) => isPriceName(model.name));
  for (const example of analysed.mapping.examples) {
    if (example.model.verdict.outcome !== "success") continue;
    const finding = saysNo(example, analysed) ?? costsNothing(example, prices, analysed);
    if (finding !== null) yield finding;
  }
});

function saysNo(example: Example, analysed: AnalysedMapping): Finding | null {
  const sign = refusalSignIn(example.model);
  if (sign === null || statesText(example, sign.text)) return null;
  const deciding = analysed.outcomeOf(example.model)?.decidedBy ?? null;
  if (deciding !== null && isMeantBy(deciding, sign)) return null;
  const { kind, text, written } = sign;
  const parameters = { kind, text, field: written };
  return findingAt(
    { name: "doubtful-success", parameters },
    example,
    placeInBody(example, sign.start, sign.end),
  );
}

/** Whether the example states a capture that is just that text: whoever wrote it has looked at it. */
function statesText({ model: { verdict } }: Example, text: string): boolean {
  return verdict.outcome !== "unmapped" && verdict.captures.some(({ value }) => value === text);
}

/** Whether the rule looks for that very text as a sign of success: whoever wrote it knows what the system means by it. */
function isMeantBy(rule: RuleModel, { kind, text, field }: RefusalSign): boolean {
  const folded = foldText(text);
  return testedTexts(rule).some(({ test, textTest, text: wanted }) => {
    if (test.negated || rule.outcome !== "success") return false;
    const isSameField = field !== null && textTest.field?.key === field.key;
    return isSameField || (kind !== "flag" && wanted.folded.includes(folded));
  });
}

/** A success for which a capture with the name of a price is 0, unless the example itself states that. */
function costsNothing(
  example: Example,
  prices: readonly Capture[],
  analysed: AnalysedMapping,
): Finding | null {
  const price = unstatedPriceOf(example, prices, isNoPrice, analysed);
  if (price === null) return null;
  const parameters = { kind: "price", name: price.name, text: price.value } as const;
  return findingAt({ name: "doubtful-success", parameters }, example, price.span, { fixes: [price.fix] });
}
