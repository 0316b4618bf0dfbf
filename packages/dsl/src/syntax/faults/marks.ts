import type { Explainer } from "./fault.js";
import { operatorAt } from "./operators.js";
import { deleting } from "./repairs.js";
import { isStray, spanFromTo, spanOf } from "./token-places.js";

/** Signs that mean something in other languages, and commas that are too many. */
export const explainNeedlessMark: Explainer = (fault, found) => {
  if (found.image === ",") {
    if (fault.rule === "statement" && fault.next !== null) return null;
    return fault.explain(found, { problem: "needless", found: "," }, [
      deleting(fault.text, spanOf(found), "automatic"),
    ]);
  }
  if (!isStray(found)) return null;
  const operator = operatorAt(fault);
  if (operator !== null) {
    const span = spanFromTo(found, operator.last);
    // `:` and `=` separate a name from its value elsewhere; all other signs compare, and leaving them out may be wrong.
    const kind = /^(?:=+|:=?)$/.test(operator.image) ? "automatic" : "suggested";
    return {
      parameters: { problem: "needless", found: operator.image },
      span,
      fixes: [deleting(fault.text, span, kind)],
    };
  }
  const certain = found.image === ";" || found.image === ".";
  return fault.explain(found, { problem: "needless", found: found.image }, [
    deleting(fault.text, spanOf(found), certain ? "automatic" : "suggested"),
  ]);
};
