import { replaceWith } from "../../findings/finding.js";
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
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the name in quotes", "automatic")];
  return { parameters: { problem: "name-of-several-words", name }, span, fixes };
}
