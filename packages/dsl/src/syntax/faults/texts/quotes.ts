import { replaceWith } from "../../../findings/finding.js";
import { holdsJson } from "../../pasted-json.js";
import type { Token } from "../../tokens.js";
import { isOutcome, isTextMatchWord } from "../../vocabulary.js";
import { type Explainer, type Explanation, each, inOrder, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { isStray, isText, isWord, lastTouching, placeBefore, spanFromTo, touches } from "../token-places.js";
import { endsEarly, explainMarksInside } from "./marks-inside.js";

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

/** Characters of what follows that a sentence shows, at most: enough to find the place. */
const LONGEST_SHOWN = 40;

/** Quotation marks of a word processor, or of another language. */
export const explainForeignQuotes: Explainer = (fault, found) => {
  const closing = isStray(found) ? CLOSING_MARKS.get(found.image) : undefined;
  if (closing === undefined) return null;
  const { text } = fault;
  const from = found.startOffset;
  const parameters = { problem: "foreign-quotes", mark: found.image } as const;
  const to = closingOffset(text, from + 1, closing);
  if (to === null) return problemAt(found, parameters);
  const span = { from, to: to + 1 };
  const inner = text.slice(from + 1, to);
  // A word processor also changes marks inside the text, and the text does not show which.
  const straight = inner.replaceAll(DOUBLE_MARKS, '"').replaceAll(SINGLE_MARKS, "'");
  // A backslash may have been meant as an escape, unless it is one of JSON.
  if (inner.includes("\\") && !holdsJson(straight)) return problemAt(span, parameters);
  const isPlain = straight === inner && !/["'`´]/.test(inner);
  const literal = asString(straight);
  const fixes =
    literal === null
      ? []
      : [replaceWith(span, literal, "Use straight quotes", isPlain ? "automatic" : "suggested")];
  return problemAt(span, parameters, fixes);
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
  return problemAt(span, { problem: "unopened-text", quote, next }, [fix]);
}

/** `json "$.result exact "accepted"`: the mark that was to open the next text closes this one. */
const explainUnclosedText: Explainer = ({ before, text }) => {
  if (before === null || before.endOffset - before.startOffset > LONGEST_SHOWN * 2) return null;
  const { startOffset: from, endOffset } = before;
  const [, written, word] = /^(\S+)[ \t]+([a-z]+)[ \t]*$/.exec(text.slice(from + 1, endOffset)) ?? [];
  if (written === undefined || word === undefined || !isTextMatchWord(word)) return null;
  const quote = text.charAt(from);
  const end = from + 1 + written.length;
  const fix = replaceWith({ from: end, to: end }, quote, `Write ${quote} behind it`, "suggested");
  return problemAt({ from, to: end }, { problem: "unclosed-text", quote, written }, [fix]);
};

/** `keyword "sold":true`: a piece of JSON whose own marks were taken for those of the text. */
const explainMember: Explainer = (fault, found) => {
  const { before, index, text, tokens } = fault;
  if (before === null || !isMemberOfJson(fault, found)) return null;
  const last = lastTouching(tokens, index) ?? before;
  const span = spanFromTo(before, last);
  const literal = asString(text.slice(span.from, span.to), "'");
  const isOpen = last.pieces !== undefined && last.image.length < 2;
  const fixes =
    literal === null || isOpen ? [] : [replaceWith(span, literal, "Put all of it in quotes", "suggested")];
  const parameters = endsEarly(
    text.charAt(before.startOffset),
    found,
    text.slice(span.from, span.to),
    literal,
  );
  return problemAt(span, parameters, fixes);
};

/** Behind an example's body a colon stands for is; behind a text to look for it belongs to a piece of JSON. */
function isMemberOfJson(fault: Fault, found: Token): boolean {
  return found.image === ":" && isOutcome(fault.statementWord);
}

/** Whether the token stands right behind a text and is no mark that could follow one. */
function isTornOff(fault: Fault, found: Token): boolean {
  const { before } = fault;
  if (before === null || !isText(before) || !touches(before, found)) return false;
  if (!(isWord(found) || isStray(found))) return false;
  return !";:.=)]".includes(found.image) || isMemberOfJson(fault, found);
}

/** The text ended at the first of its own marks, and the rest touches it. */
export const explainTextEndsEarly: Explainer = inOrder([
  {
    leaveIf: (fault, found) => !isTornOff(fault, found),
    because: "only what touches a text can have been torn from it",
  },
  {
    explain: each(explainUnclosedText, explainMember),
    because:
      "a word to match with at the text's end, or a piece of JSON, shows where the text should have ended",
  },
  { explain: explainMarksInside, because: "takes whatever touches" },
]);
