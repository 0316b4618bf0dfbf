import { writeCaptures } from "../../examples/written-captures.js";
import { capturedText, type Verdict } from "../../matching/verdict.js";
import type { Example, Mapping } from "../../model/mapping.js";
import { writeName } from "../../syntax/text-literal.js";

/**
 * The verdict that an example gets, written so that the example states it: outcome and label, and what the captures are
 * that it states already. A name that no capture of the mapping has goes.
 */
export function statedVerdict(
  { model: { verdict: stated } }: Example,
  { outcome, label, captures }: Verdict,
  { captures: known }: Mapping,
): string {
  if (outcome === "unmapped") return outcome;
  // Who states no label and gets the outcome has said all that matters.
  const isLabelled =
    label !== null && (stated.outcome === "unmapped" || stated.outcome !== outcome || stated.label !== null);
  const names = new Set(known.map(({ model }) => model.name));
  const checked = (stated.outcome === "unmapped" ? [] : stated.captures)
    .filter(({ name }) => names.has(name))
    .map(({ name }) => ({ name, value: capturedText(captures, name) ?? "" }));
  const written = isLabelled ? `${outcome} ${writeName(label)}` : outcome;
  return checked.length === 0 ? written : `${written} with ${writeCaptures(checked)}`;
}
