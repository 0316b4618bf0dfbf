import { replaceWith } from "../../findings/finding.js";
import { isSpecialWord } from "../tokens.js";
import type { Explanation, Fault } from "./fault.js";
import { asString } from "./repairs.js";
import { spanFromTo } from "./token-places.js";

/** Puts a name of several words, the tokens from `from` to `to`, in quotes. */
export function quotingName(fault: Fault, from: number, to: number): Explanation | null {
  const first = fault.tokens[from];
  const last = fault.tokens[to];
  if (first === undefined || last === undefined) return null;
  const span = spanFromTo(first, last);
  const name = fault.text.slice(span.from, span.to);
  const literal = asString(name);
  const words = fault.tokens.slice(from, to + 1);
  const isCertain = words.every(
    ({ image }) => !isSpecialWord(image) && !/^(?:[0-9]+|a|the|http)$/i.test(image),
  );
  const kind = isCertain ? "automatic" : "suggested";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the name in quotes", kind)];
  return { parameters: { problem: "name-of-several-words", name }, span, fixes };
}
