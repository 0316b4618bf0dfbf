import { replaceWith } from "../../../findings/finding.js";
import { isOutcome } from "../../statement-words.js";
import type { Token } from "../../tokens.js";
import type { Explainer, Explanation, Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { isStray, isText, isWord, lastTouching, placeBefore, spanFromTo, touches } from "../token-places.js";

/** The marks of word processors and other languages, and those that close what each of them opens. */
const CLOSING_MARKS: ReadonlyMap<string, string> = new Map([
  ["“", '”“"'],
  ["”", '”"'],
  ["„", '“”"'],
  ["‟", '”"'],
  ["‘", "’‘'"],
  ["’", "’'"],
  ["‚", "‘’'"],
  ["‛", "’'"],
  ["«", "»"],
  ["»", "«»"],
  ["‹", "›"],
  ["›", "‹›"],
  ["`", "`´'"],
  ["´", "´`'"],
]);

const DOUBLE_MARKS = /[“”„‟]/g;
const SINGLE_MARKS = /[‘’‚‛]/g;

/** Quotation marks of a word processor, or of another language. */
export const explainForeignQuotes: Explainer = (fault, found) => {
  const closing = isStray(found) ? CLOSING_MARKS.get(found.image) : undefined;
  if (closing === undefined) return null;
  const { text } = fault;
  const from = found.startOffset;
  const parameters = { problem: "foreign-quotes", mark: found.image } as const;
  const to = closingOffset(text, from + 1, closing);
  if (to === null) return fault.explain(found, parameters);
  const span = { from, to: to + 1 };
  const inner = text.slice(from + 1, to);
  if (inner.includes("\\")) return { parameters, span, fixes: [] };
  // A word processor has changed the marks inside the text, too; which of them, nobody can tell.
  const straight = inner.replaceAll(DOUBLE_MARKS, '"').replaceAll(SINGLE_MARKS, "'");
  const isPlain = straight === inner && !/["'`´]/.test(inner);
  const literal = asString(straight);
  const fixes =
    literal === null
      ? []
      : [replaceWith(span, literal, "Use straight quotes", isPlain ? "automatic" : "suggested")];
  return { parameters, span, fixes };
};

/** Where a closing mark stands that no more of the text follows; null where none does on the line. */
function closingOffset(text: string, from: number, closing: string): number | null {
  for (let index = from; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") return null;
    if (closing.includes(character) && /^(?:[ \t\n\r,]|$)/.test(text.slice(index + 1, index + 2)))
      return index;
  }
  return null;
}

/**
 * `word ok"`, `json $.result" exact "a"`: a text that is closed and was never opened. A text is wanted, and `found`, a
 * word or sign, stands there.
 */
export function explainUnopenedText(fault: Fault, found: Token): Explanation | null {
  const { text } = fault;
  const from = found.startOffset;
  if (isText(found)) return null;
  const lineEnd = /[\n\r]/.exec(text.slice(from))?.index ?? text.length - from;
  const inner = /^[^"'#]*[^"'#\s,](?=(["'])(?:[ \t,]|$))/.exec(text.slice(from, from + lineEnd));
  const [written, quote] = inner ?? [];
  if (written === undefined || quote === undefined) return null;
  const next = written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written;
  const fix = replaceWith(placeBefore(found), quote, `Write ${quote} before it`, "suggested");
  const span = { from, to: from + written.length + 1 };
  return { parameters: { problem: "unopened-text", quote, next }, span, fixes: [fix] };
}

const LONGEST_SHOWN = 40;

/**
 * `"{"success":true}"`: the text ended at the first of its own marks, and the rest touches it. `found` is a word or sign
 * right behind a text.
 */
export const explainTextEndsEarly: Explainer = (fault, found) => {
  const { before, text } = fault;
  if (before === null || !isText(before) || !touches(before, found) || !(isWord(found) || isStray(found)))
    return null;
  // Behind an example's body a colon stands for is; behind a text to look for it belongs to a piece of JSON.
  const isMember = found.image === ":" && isOutcome(fault.statementWord);
  if (";:.=)]".includes(found.image) && !isMember) return null;
  const quote = text.charAt(before.startOffset);
  const parameters = { problem: "text-ends-early", quote, next: found.image } as const;
  const unclosed = explainUnclosedText(fault, before);
  if (unclosed !== null) return unclosed;
  if (isMember) return explainMember(fault, before, parameters);
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

/** `json "$.result exact "accepted"`: the mark that was to open the next text closes this one. */
function explainUnclosedText({ text }: Fault, before: Token): Explanation | null {
  const { startOffset: from, endOffset } = before;
  if (endOffset - from > LONGEST_SHOWN * 2) return null;
  const written = /^(\S+)[ \t]+(?:keyword|word|exact)[ \t]*$/.exec(text.slice(from + 1, endOffset))?.[1];
  if (written === undefined) return null;
  const quote = text.charAt(from);
  const end = from + 1 + written.length;
  const fix = replaceWith({ from: end, to: end }, quote, `Write ${quote} behind it`, "suggested");
  return { parameters: { problem: "unclosed-text", quote, written }, span: { from, to: end }, fixes: [fix] };
}

/** `keyword "sold":true`: a piece of JSON whose own marks were taken for those of the text. */
function explainMember(
  { tokens, index, text }: Fault,
  before: Token,
  parameters: Explanation["parameters"],
): Explanation {
  const last = lastTouching(tokens, index) ?? before;
  const span = spanFromTo(before, last);
  const literal = asString(text.slice(span.from, span.to), "'");
  const isOpen = last.pieces !== undefined && last.image.length < 2;
  const fixes =
    literal === null || isOpen ? [] : [replaceWith(span, literal, "Put all of it in quotes", "suggested")];
  return { parameters, span, fixes };
}

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
