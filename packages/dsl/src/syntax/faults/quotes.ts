import { replaceWith } from "../../findings/finding.js";
import type { Token } from "../tokens.js";
import type { Explainer, Explanation, Fault } from "./fault.js";
import { isStray, isText, isWord, touches } from "./token-places.js";

const QUOTES = "“”„‟‘’‚‛«»`´";

/** Quotation marks of a word processor, or of another language. */
export const explainCurlyQuotes: Explainer = (fault, found) => {
  if (!isStray(found) || !QUOTES.includes(found.image)) return null;
  const { text } = fault;
  const from = found.startOffset;
  const parameters = { problem: "curly-quotes" } as const;
  let to = from + 1;
  while (to < text.length && !isClosing(text.charAt(to)) && !/[\n\r]/.test(text.charAt(to))) to++;
  if (!isClosing(text.charAt(to))) return fault.explain(found, parameters);
  const inner = text.slice(from + 1, to);
  const span = { from, to: to + 1 };
  const fixes = /["\\]/.test(inner)
    ? []
    : [replaceWith(span, `"${inner}"`, "Use straight quotes", "automatic")];
  return { parameters, span, fixes };
};

function isClosing(character: string): boolean {
  return character !== "" && (QUOTES.includes(character) || character === '"');
}

/**
 * `"{"success":true}"`: the text ended at the first of its own marks, and the rest touches it. `found` is a word or sign
 * right behind a text.
 */
export const explainTextEndsEarly: Explainer = (fault, found) => {
  const { before, text } = fault;
  if (before === null || !isText(before) || !touches(before, found) || !(isWord(found) || isStray(found)))
    return null;
  if (";:.=)]".includes(found.image)) return null;
  const quote = text.charAt(before.startOffset);
  const parameters = { problem: "text-ends-early", quote, next: found.image } as const;
  const to = endOfWholeText(fault, before, quote);
  const other = quote === '"' ? "'" : '"';
  const inner = to === null ? "" : text.slice(before.startOffset + 1, to - 1);
  if (to === null || inner.includes(other)) return fault.explain(found, parameters);
  const fix = replaceWith(
    { from: before.startOffset, to },
    other + inner + other,
    "Use the other quotes",
    "suggested",
  );
  return explainFrom(before, found, parameters, fix);
};

function explainFrom(
  before: Token,
  found: Token,
  parameters: Explanation["parameters"],
  fix: Explanation["fixes"][number],
): Explanation {
  return { parameters, span: { from: before.startOffset, to: found.endOffset + 1 }, fixes: [fix] };
}

/** Behind the mark that probably ends the whole text: the first one that a blank, a comma or the line's end follows. */
function endOfWholeText(fault: Fault, opening: Token, quote: string): number | null {
  const { text } = fault;
  for (let index = opening.endOffset + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") return null;
    if (character === quote && /^(?:[ \t\n\r,]|$)/.test(text.slice(index + 1, index + 2))) return index + 1;
  }
  return null;
}
