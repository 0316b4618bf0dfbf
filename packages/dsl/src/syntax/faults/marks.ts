import type { Explainer } from "./fault.js";
import { operatorAt } from "./operators.js";
import { changing, deleting } from "./repairs.js";
import { isStray, spanFromTo, spanOf } from "./token-places.js";

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

/** Signs that mean something in other languages, and commas that are too many. */
export const explainNeedlessMark: Explainer = (fault, found) => {
  if (found.image === ",") {
    if (fault.rule === "statement" && fault.next !== null) return null;
    return fault.explain(found, { problem: "needless", found: "," }, [
      deleting(fault.text, spanOf(found), "automatic"),
    ]);
  }
  if (!isStray(found)) return null;
  const closing = BRACKETS.get(found.image);
  if (closing !== undefined) {
    const last = fault.tokens.slice(fault.index + 1).find(({ image }) => image === closing);
    const edits = [found, ...(last === undefined ? [] : [last])].map((token) => ({
      span: deleting(fault.text, spanOf(token), "automatic").edits[0]?.span ?? spanOf(token),
      newText: "",
    }));
    return fault.explain(found, { problem: "needless", found: found.image }, [
      changing("Delete the brackets", "automatic", ...edits),
    ]);
  }
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
