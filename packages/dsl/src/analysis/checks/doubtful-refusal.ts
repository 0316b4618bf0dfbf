import { subjectOf } from "../../bodies/example-subject.js";
import { writeCaptures } from "../../examples/written-captures.js";
import type { Finding } from "../../findings/finding.js";
import { lastNameOf } from "../../model/field.js";
import type { Capture, Example } from "../../model/mapping.js";
import { firstNonBlank } from "../../runtime/picked.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { placeInBody } from "../placing/body-place.js";
import { findingAt } from "../placing/placed-finding.js";
import { stateCaptures, statesCapture } from "../suggested-statements/stated-captures.js";
import { isPriceName, isSomePrice } from "../words/price-names.js";

/** Once an example that is refused or an error, and for which somebody seems to pay. */
export const checkDoubtfulRefusal = checkOfMapping(function* (analysed) {
  const prices = analysed.mapping.captures.filter(({ model: { name, field } }) =>
    [name, lastNameOf(field) ?? ""].some(isPriceName),
  );
  if (prices.length === 0) return;
  for (const example of analysed.mapping.examples) {
    const { outcome } = example.model.verdict;
    if (outcome !== "reject" && outcome !== "error") continue;
    const finding = paysFor(example, outcome, prices, analysed);
    if (finding !== null) yield finding;
  }
});

function paysFor(
  example: Example,
  outcome: "reject" | "error",
  prices: readonly Capture[],
  analysed: AnalysedMapping,
): Finding | null {
  const { model } = example;
  const captured = analysed.outcomeOf(model)?.verdict.captures ?? {};
  for (const { model: capture } of prices) {
    const { name } = capture;
    const value = Object.hasOwn(captured, name) ? captured[name] : undefined;
    if (value === undefined || !isSomePrice(value) || statesCapture(model, name)) continue;
    const picked = firstNonBlank(subjectOf(model).pick(capture.field));
    if (picked === null) continue;
    const stated = [{ name, value }];
    const title = `Write that it is meant: with ${writeCaptures(stated)}`;
    const fix = { title, kind: "suggested", edits: [stateCaptures(example, stated)] } as const;
    const span = placeInBody(example, picked.start, picked.end);
    const parameters = { outcome, name, text: value };
    return findingAt({ name: "doubtful-refusal", parameters }, example, span, { fixes: [fix] });
  }
  return null;
}
