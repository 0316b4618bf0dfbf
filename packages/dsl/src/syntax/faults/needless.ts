import type { Token } from "../tokens.js";
import type { Explanation, Fault } from "./fault.js";
import { deleting } from "./repairs.js";
import { spanOf } from "./token-places.js";

/** A word or mark that is one too many. */
export function explainNeedless(fault: Fault, found: Token): Explanation {
  return fault.explain(found, { problem: "needless", found: found.image }, [
    deleting(fault.text, spanOf(found), "automatic"),
  ]);
}
