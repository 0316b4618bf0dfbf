import type { Explainer } from "./fault.js";
import { insertingWord } from "./fixes.js";

/** Behind the text that a body is split at, `part` is wanted. */
export const explainMissingPart: Explainer = (fault, found) => {
  if (!/^-?[0-9]+$/.test(found.image)) return null;
  const fix = insertingWord(fault.text, "part", found, "automatic");
  return fault.explain(found, { problem: "missing-word", word: "part", before: found.image }, [fix]);
};

/** `split part 2`: behind `split` the text that a body is split at is wanted. */
export const explainMissingSeparator: Explainer = (fault, found) => {
  if (fault.before?.image !== "split" || found.image !== "part") return null;
  return fault.explain(found, { problem: "missing-separator" });
};
