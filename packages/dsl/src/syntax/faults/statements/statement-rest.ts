import { replaceWith } from "../../../findings/finding.js";
import { isOutcome } from "../../vocabulary.js";
import { explainRestOfExample } from "../examples/verdict-rest.js";
import { type Explainer, problemAt } from "../explanation.js";
import { explainRestOfRule } from "../rules/rule-rest.js";
import { isText } from "../token-places.js";
import { explainRestOfCapture } from "./capture-outcomes.js";

/** `include "a", "b"`: the comma, or the text behind the first. */
const explainRestOfInclude: Explainer = (fault, found) => {
  const text = isText(found) ? found : fault.next;
  const { before } = fault;
  if (!isText(text) || before === null || !isText(before)) return null;
  if (text !== found && ![",", ";", "and", "&"].includes(found.image)) return null;
  const gap = { from: before.endOffset + 1, to: text.startOffset };
  const fix = replaceWith(gap, "\ninclude ", "Write an include of its own", "automatic");
  return problemAt(found, { problem: "include-of-several" }, [fix]);
};

/** The statement was complete, and something follows. */
export const explainRest: Explainer = (fault, found) => {
  if (isOutcome(fault.statementWord)) return explainRestOfRule(fault, found);
  if (fault.statementWord === "capture") return explainRestOfCapture(fault, found);
  if (fault.statementWord === "example") return explainRestOfExample(fault, found);
  return fault.statementWord === "include" ? explainRestOfInclude(fault, found) : null;
};
