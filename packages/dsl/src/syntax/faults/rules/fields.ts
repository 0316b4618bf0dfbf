import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isFieldWord, isMatchWord } from "../../vocabulary.js";
import { type Explainer, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { insertingWord } from "../fixes.js";
import { INSTEAD_OF_AND } from "../lexicon.js";
import { AND_SIGNS_OF_MARKERS } from "../operators.js";
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

/** `between "<a>" "</a>"`. */
const explainMissingAnd: Explainer = (fault, found) => {
  if (!isText(found)) return null;
  const fix = insertingWord(fault.text, "and", found, "automatic");
  return problemAt(found, { problem: "missing-word", word: "and", before: found.image }, [fix]);
};

/** `between "<a>", "</a>"`. */
const explainInsteadOfAnd: Explainer = (fault, found) => {
  const { before } = fault;
  if (!isText(fault.next) || before === null) return null;
  const span = { from: before.endOffset + 1, to: found.endOffset + 1 };
  const certain = INSTEAD_OF_AND.has(found.image) || AND_SIGNS_OF_MARKERS.has(found.image);
  const fix = replaceWith(span, " and", "Write and", certain ? "automatic" : "suggested");
  return problemAt(found, { problem: "instead", found: found.image, write: "and" }, [fix]);
};

/** Behind the first marker of `between`, `and` is wanted. */
export const explainBehindStartMarker: Explainer = inOrder([
  { explain: explainMissingAnd, because: "the end marker follows, so that only and is missing" },
  { explain: explainInsteadOfAnd, because: "takes any word or sign before the end marker" },
]);
