import type { Explainer } from "../fault.js";
import { explainNeedless } from "../needless.js";
import { explainAfterComma } from "../rules/lists.js";
import { explainMisplacedNot } from "../rules/misplaced-not.js";
import { isText } from "../token-places.js";
import { explainUnquoted } from "./unquoted.js";

const BETWEEN = ["of", "is", "equals", "contains", "the", "text", "value"];

/** A text is wanted behind `keyword`, `word` or `exact`, or behind a comma of their list. */
export const explainSearchedText: Explainer = (fault, found) => {
  if (found.image === "not" && isText(fault.next)) return explainMisplacedNot(fault, found, found);
  if (BETWEEN.includes(found.image) && isText(fault.next)) {
    // `exact contains "a"` says two things at once.
    const how = fault.before?.image === "exact" ? "equals" : "contains";
    const agrees = !["equals", "contains"].includes(found.image) || found.image === how;
    return explainNeedless(fault, found, agrees ? "automatic" : "suggested");
  }
  if ((found.image === "(" || found.image === "[") && isText(fault.next)) return null;
  return explainAfterComma(fault, found) ?? explainUnquoted(fault, found);
};
