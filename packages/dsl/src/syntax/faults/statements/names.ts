import { type LocalFix, replaceWith } from "../../../findings/finding.js";
import { isSpecialWord } from "../../vocabulary.js";
import { type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { spanFromTo } from "../token-places.js";

/** Puts a name of several words, the tokens from `from` to `to`, in quotes. */
export function quotingName(fault: Fault, from: number, to: number): Explanation | null {
  const first = fault.tokens[from];
  const last = fault.tokens[to];
  if (first === undefined || last === undefined) return null;
  const span = spanFromTo(first, last);
  const name = fault.text.slice(span.from, span.to);
  const literal = asString(name);
  const words = fault.tokens.slice(from, to + 1);
  const isPlain = words.every(({ image }) => !isSpecialWord(image) && !/^(?:[0-9]+|-+|http)$/i.test(image));
  // A capture's name is asked for by programs: how it is joined is for its author to say.
  const isCapture = fault.statementWord === "capture";
  const fixes: LocalFix[] = [];
  if (literal !== null) {
    const kind = isPlain && !isCapture ? "automatic" : "suggested";
    fixes.push(replaceWith(span, literal, "Put the name in quotes", kind));
  }
  if (isCapture && isPlain) {
    const joined = words.map(({ image }) => image).join("_");
    fixes.push(replaceWith(span, joined, `Write ${joined}`, "suggested"));
  }
  return problemAt(span, { problem: "name-of-several-words", name }, fixes);
}
