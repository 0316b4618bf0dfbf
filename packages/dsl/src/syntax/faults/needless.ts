import type { FixKind } from "../../findings/finding.js";
import type { Token } from "../tokens.js";
import type { Explanation, Fault } from "./fault.js";
import { deleting } from "./fixes.js";
import { spanFromTo } from "./token-places.js";

/** A word or mark that is one too many. */
export function explainNeedless(fault: Fault, found: Token, kind: FixKind = "automatic"): Explanation {
  return explainNeedlessRun(fault, found, found, kind);
}

/** Words or marks that are too many, from `first` to `last`. */
export function explainNeedlessRun(
  fault: Fault,
  first: Token,
  last: Token,
  kind: FixKind = "automatic",
): Explanation {
  const span = spanFromTo(first, last);
  const found = fault.text.slice(span.from, span.to);
  return { parameters: { problem: "needless", found }, span, fixes: [deleting(fault.text, span, kind)] };
}
