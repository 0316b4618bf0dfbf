import { replaceWith } from "../../../findings/finding.js";
import type { Token } from "../../tokens.js";
import { isFieldWord, isMatchWord, isSpecialWord } from "../../vocabulary.js";
import { type Explainer, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString, insertingWord } from "../fixes.js";
import { isText, isWord, spanFromTo, spanOf, touches } from "../token-places.js";
import { bareFieldAt } from "./bare-paths.js";
import { startOfTest } from "./test-start.js";

/** Whether one of the texts is wanted between which a part of the body stands. */
export function wantsMarker(fault: Fault): boolean {
  if (fault.isInside("closing")) return true;
  return fault.ruleAround === "fieldPart" && fault.before?.image === "between";
}

/** The index behind the field whose word is the token at `index`; `index` itself where no field stands there. */
export function behindField(tokens: readonly Token[], index: number): number {
  let end = index;
  for (let next = behindPart(tokens, end); next > end; next = behindPart(tokens, end)) end = next;
  return end;
}

/** The same for one part of a field. */
function behindPart(tokens: readonly Token[], index: number): number {
  if (!isFieldWord(tokens[index]?.image ?? "") || !isText(tokens[index + 1] ?? null)) return index;
  const word = tokens[index + 2]?.image;
  if (word === "part") return index + 4;
  return tokens[index]?.image === "between" && word === "and" ? behindClosing(tokens, index + 3) : index + 2;
}

/** The index behind what ends a part between two texts, given where that begins. */
function behindClosing(tokens: readonly Token[], index: number): number {
  if (tokens[index]?.image === "last") return index + 2;
  let end = index + 1;
  while (tokens[end]?.image === ",") end += 2;
  return end;
}

/** Whether the tokens before the fault end with a field of several parts. */
export function standsBehindChain(fault: Fault): boolean {
  const start = startOfTest(fault);
  const index = start === null ? -1 : fault.tokens.indexOf(start);
  return (
    index >= 0 &&
    behindField(fault.tokens, index) === fault.index &&
    behindPart(fault.tokens, index) < fault.index
  );
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

/** `split part 2`, `form exact "ok"`: behind the word of a field the text that says which is missing. */
export const explainMissingFieldText: Explainer = (fault, found) => {
  const word = fault.before?.image ?? "";
  const { image } = found;
  const goesOn = isMatchWord(image) || image === "as" || image === "and";
  return isFieldWord(word) && (goesOn || (word === "split" && image === "part"))
    ? problemAt(found, { problem: "missing-field-text", word })
    : null;
};

/** `form.status exact "ok"`: the name as other languages have it. */
export const explainDottedFormName: Explainer = (fault, found) => {
  const name = fault.next;
  if (fault.before?.image !== "form" || found.image !== "." || !isWord(name) || !touches(found, name))
    return null;
  const kind = isMatchWord(fault.imageAt(2)) ? "automatic" : "suggested";
  const span = spanFromTo(found, name);
  const field = `form "${name.image}"`;
  return problemAt(span, { problem: "bare-field", field }, [
    replaceWith(span, ` "${name.image}"`, `Write ${field}`, kind),
  ]);
};

/** `form status "ok"`: the first is the name, whatever follows. */
export const explainBareFormName: Explainer = (fault, found) => {
  if (fault.before?.image !== "form" || !isWord(found)) return null;
  const name = asString(found.image);
  const kind = isMatchWord(fault.imageAt(1)) ? "automatic" : "suggested";
  const fixes = name === null ? [] : [replaceWith(spanOf(found), name, "Put it in quotes", kind)];
  return problemAt(found, { problem: "unquoted", found: found.image }, fixes);
};

/** `json "$.a" json "$.b" and …`: two parts side by side are one field, and nothing says how that is tested. */
export const explainUntestedChain: Explainer = (fault, found) =>
  isSpecialWord(found.image) && standsBehindChain(fault)
    ? problemAt(found, { problem: "untested-chain" })
    : null;
