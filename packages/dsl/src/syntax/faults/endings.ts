import { replaceWith } from "../../findings/finding.js";
import { isOutcome } from "../statement-words.js";
import { expectedIn } from "./expectations.js";
import type { Explanation, Fault } from "./fault.js";
import { explainTrailingComma } from "./lists.js";
import { placeBehind, spanOf } from "./token-places.js";

/** The statement ends where it should go on. */
export function explainEnd(fault: Fault): Explanation {
  const { before } = fault;
  const expected = expectedIn(fault);
  if (before === null) {
    const parameters = { problem: "unexpected", found: null, expected, after: null } as const;
    return { parameters, span: { from: 0, to: 0 }, fixes: [] };
  }
  if (before.image === ",") return explainTrailingComma(fault, before);
  if (fault.index === 1 && isOutcome(before.image))
    return fault.explain(before, { problem: "empty-rule", word: before.image });
  const fixes =
    expected === "a label" ? [replaceWith(placeBehind(before), ' "…"', "Add a label", "suggested")] : [];
  return {
    parameters: { problem: "unexpected", found: null, expected, after: before.image },
    span: spanOf(before),
    fixes,
  };
}
