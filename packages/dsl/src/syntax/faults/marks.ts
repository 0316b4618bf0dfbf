import type { Explainer } from "./fault.js";
import { explainNeedless, explainNeedlessRun } from "./needless.js";
import { operatorAt } from "./operators.js";
import { isStatus, isStray, isText, isWord, touches } from "./token-places.js";

/** Signs that mean something in other languages, and commas that are too many. */
export const explainNeedlessMark: Explainer = (fault, found) => {
  if (found.image === ",") {
    if (fault.rule === "statement" && fault.next !== null) return null;
    // Between two words it may separate what was meant to be two, and where a text is wanted it may be of one.
    const { before } = fault;
    const separates = isWord(before) && isWord(fault.next) && !isStatus(before);
    const isOfText = ["as", "keyword", "word", "exact"].includes(before?.image ?? "");
    return explainNeedless(fault, found, separates || isOfText ? "suggested" : "automatic");
  }
  if (!isStray(found)) return null;
  const operator = operatorAt(fault);
  // Without it the statement would say the opposite, or a piece of something else.
  if (/^(?:!=*|<>|≠)$/.test(operator?.image ?? "") || found.image === "{" || found.image === "[") return null;
  if (operator !== null) {
    // `:` and `=` separate a name from its value elsewhere; all other signs compare, and leaving them out may be wrong.
    const isAttribute =
      fault.before !== null && touches(fault.before, found) && isText(fault.at(operator.length));
    const isSeparator =
      /^(?:=+|:=?)$/.test(operator.image) && !(isAttribute && fault.statementWord === "example");
    const kind = isSeparator ? "automatic" : "suggested";
    return explainNeedlessRun(fault, found, operator.last, kind);
  }
  const { next } = fault;
  const endsLine = next === null || next.startLine > found.startLine;
  const certain = (found.image === ";" || found.image === ".") && endsLine;
  return explainNeedless(fault, found, certain ? "automatic" : "suggested");
};
