import { lastNameOf } from "../../model/field.js";
import { checkOfMapping } from "../check-definition.js";
import { findingAt } from "../placing/placed-finding.js";
import { unstatedPriceOf } from "../suggested-statements/unstated-price.js";
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
    const price = unstatedPriceOf(example, prices, isSomePrice, analysed);
    if (price === null) continue;
    const parameters = { outcome, name: price.name, text: price.value };
    yield findingAt({ name: "doubtful-refusal", parameters }, example, price.span, { fixes: [price.fix] });
  }
});
