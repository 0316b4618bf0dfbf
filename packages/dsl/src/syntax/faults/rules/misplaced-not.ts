import type { LocalFix } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { changing, withBlanks } from "../fixes.js";
import { placeBefore, spanFromTo } from "../token-places.js";
import { startOfTest } from "./test-start.js";

/** A `not` that stands inside its test; all from `first` to `last` goes. */
export function explainMisplacedNot(fault: Fault, first: Token, last: Token): Explanation {
  const word = startOfTest(fault)?.image ?? "keyword";
  return problemAt(
    spanFromTo(first, last),
    { problem: "not-in-place", word },
    movingNot(fault, first, last, ""),
  );
}

/** Moves a `not` to where it belongs: takes the tokens out and puts `not` before the test; none where it is there. */
export function movingNot(fault: Fault, first: Token, last: Token, replacement: string): readonly LocalFix[] {
  const start = startOfTest(fault);
  if (start === null || start.startOffset >= first.startOffset) return [];
  // Behind a comma it may be meant for one value of the list alone.
  if (fault.before?.image === ",") return [];
  if (fault.tokens[fault.tokens.indexOf(start) - 1]?.image === "not") return [];
  const span = spanFromTo(first, last);
  return [
    changing("Write not before the test", "automatic", [
      { span: placeBefore(start), newText: "not " },
      replacement === ""
        ? { span: withBlanks(fault.text, span), newText: "" }
        : { span, newText: replacement },
    ]),
  ];
}
