import { replaceWith } from "../../../findings/finding.js";
import { isOutcome, OUTCOMES } from "../../statement-words.js";
import type { Token } from "../../tokens.js";
import { expectedIn } from "../expectations.js";
import type { Explanation, Fault } from "../fault.js";
import { explainTrailingComma } from "../rules/lists.js";
import { isText, placeBehind, spanOf } from "../token-places.js";

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
  if (expected === "is" && isText(before)) return explainMissingVerdict(fault, before);
  const fixes =
    expected === "a label" ? [replaceWith(placeBehind(before), ' "…"', "Add a label", "suggested")] : [];
  return {
    parameters: { problem: "unexpected", found: null, expected, after: before.image },
    span: spanOf(before),
    fixes,
  };
}

/** `example 200 "OK"`. */
function explainMissingVerdict(fault: Fault, body: Token): Explanation {
  const fixes = [...OUTCOMES, "unmapped"].map((outcome) =>
    replaceWith(placeBehind(body), ` is ${outcome}`, `Add is ${outcome}`, "suggested"),
  );
  return fault.explain(body, { problem: "missing-verdict" }, fixes);
}
