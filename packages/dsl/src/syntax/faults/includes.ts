import { replaceWith } from "../../findings/finding.js";
import type { Explainer } from "./fault.js";
import { isText } from "./token-places.js";

/** `include "a", "b"`: the comma, or the text behind the first. */
export const explainRestOfInclude: Explainer = (fault, found) => {
  const text = isText(found) ? found : fault.next;
  const { before } = fault;
  if (!isText(text) || before === null || !isText(before)) return null;
  if (text !== found && ![",", ";", "and", "&"].includes(found.image)) return null;
  const gap = { from: before.endOffset + 1, to: text.startOffset };
  const fix = replaceWith(gap, "\ninclude ", "Write an include of its own", "automatic");
  return fault.explain(found, { problem: "include-of-several" }, [fix]);
};
