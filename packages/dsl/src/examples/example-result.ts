import type { CaptureDifference } from "../findings/capture-difference.js";
import { capturedText, type Verdict } from "../matching/verdict.js";
import type { Example, ExpectedVerdict, Rule } from "../model/mapping.js";

/** In what an example's verdict differs from the one that it states. */
export type Difference = { readonly kind: "verdict" } | ({ readonly kind: "capture" } & CaptureDifference);

/** How an example goes in a mapping. */
export interface ExampleResult {
  readonly example: Example;
  readonly verdict: Verdict;
  readonly decidedBy: Rule | null;
  /** Null for an example that passes. */
  readonly difference: Difference | null;
}

/**
 * How a verdict differs from an expected one: an expected verdict without a label accepts any, and captures that are not
 * named are not compared. An expected empty text means that the capture is absent; a name that no capture of the mapping
 * has (`captures` are those) is a difference whatever is expected of it, since it is a slip.
 */
export function differenceOf(
  expected: ExpectedVerdict,
  actual: Verdict,
  captures: ReadonlySet<string>,
): Difference | null {
  if (expected.outcome !== actual.outcome) return { kind: "verdict" };
  if (expected.outcome === "unmapped") return null;
  if (expected.label !== null && expected.label !== actual.label) return { kind: "verdict" };
  for (const { name, value } of expected.captures) {
    const found = capturedText(actual.captures, name);
    if ((found ?? "") !== value || !captures.has(name))
      return { kind: "capture", name, expected: value, actual: found };
  }
  return null;
}
