import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isFieldWord, isMatchWord } from "../../vocabulary.js";
import { type Explainer, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { insertingWord } from "../fixes.js";
import { isText, isWord, spanFromTo } from "../token-places.js";
import { bareFieldAt } from "./bare-paths.js";

/** Whether the fault is in a field, or in what a capture is taken from. */
export function isInsideField(fault: Fault): boolean {
  return fault.isInside("field") || fault.isInside("captureSource");
}

/** The index behind the field whose word is the token at `index`; `index` itself where no field stands there. */
export function behindField(tokens: readonly Token[], index: number): number {
  if (!isFieldWord(tokens[index]?.image ?? "") || !isText(tokens[index + 1] ?? null)) return index;
  return tokens[index + 2]?.image === "part" ? index + 4 : index + 2;
}

/** `json result exact "a"`: the field's name stands for its path. */
export const explainNameForPath: Explainer = (fault, found) => {
  const path = fault.before?.image === "json" && isWord(found) ? bareFieldAt(fault, fault.index) : null;
  if (path === null) return null;
  const kind = isMatchWord(path.next?.image ?? "") ? "automatic" : "suggested";
  const span = spanFromTo(path.first, path.last);
  const quotedPath = path.field.slice("json ".length);
  return problemAt(span, { problem: "bare-field", field: path.field }, [
    replaceWith(span, quotedPath, `Write ${quotedPath}`, kind),
  ]);
};

/** `split "," 2`: behind the text that a body is split at, `part` is wanted. */
export const explainMissingPart: Explainer = (fault, found) => {
  if (!/^-?[0-9]+$/.test(found.image)) return null;
  const fix = insertingWord(fault.text, "part", found, "automatic");
  return problemAt(found, { problem: "missing-word", word: "part", before: found.image }, [fix]);
};

/** `split part 2`: behind `split` the text that a body is split at is wanted. */
export const explainMissingSeparator: Explainer = (fault, found) =>
  fault.before?.image === "split" && found.image === "part"
    ? problemAt(found, { problem: "missing-separator" })
    : null;
