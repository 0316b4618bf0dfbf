import { replaceWith } from "../../../findings/finding.js";
import { BLOCK_MARKS } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import { isOutcome, isSpecialWord, isTestWord, isTextMatchWord } from "../../vocabulary.js";
import { type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString } from "../fixes.js";
import { JOINTS_AT_END, NOT_OF_LABELS } from "../lexicon.js";
import { beginsTest } from "../rules/test-start.js";
import { isText, isWord, spanFromTo, touches } from "../token-places.js";

/*
 * A label of several words, or with signs in it, that stands without quotes.
 */

/** Something follows a label on its line: it is a label of several words, or with signs in it. */
export function explainLabelOfSeveralWords(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || found.startLine !== before.startLine) return null;
  const isLabelWord = isWord(before) && isLabelPlace(fault.at(-2));
  if (!isLabelWord) return null;
  if (isText(found)) return null;
  if (fault.lastOnLine(fault.index) === found && [";", ".", ","].includes(found.image)) return null;
  return explainLabelRun(fault, fault.index - 1);
}

function isLabelPlace(token: Token | null): boolean {
  return token !== null && (token.image === "as" || token.image === "or" || isOutcome(token.image));
}

/** The label from the token at `start` to where the line or the label ends. */
export function explainLabelRun(fault: Fault, start: number): Explanation | null {
  const first = fault.tokens[start];
  if (first === undefined) return null;
  let last = first;
  for (let index = start + 1; index < fault.tokens.length; index++) {
    const token = fault.tokens[index];
    if (token === undefined || token.startLine !== first.startLine || endsLabel(fault, token, index)) break;
    if (fault.text.startsWith("//", token.startOffset) && !touches(last, token)) break;
    if (isText(token)) return null;
    last = token;
  }
  const span = spanFromTo(first, last);
  const label = fault.text.slice(span.from, span.to);
  const literal = asString(label);
  const kind = mayHoldMore(label) ? "suggested" : "automatic";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the label in quotes", kind)];
  return problemAt(span, { problem: "label-needs-quotes", label }, fixes);
}

/** Whether the words on a label's line may say more than a label: a list, a comparison, a test, a reason. */
function mayHoldMore(label: string): boolean {
  return (
    /[,;|=<>{}[\]"'#$]|\/\/|^[^0-9A-Za-z\u0080-\uffff]\s|\s[^0-9A-Za-z\u0080-\uffff]$/.test(label) ||
    JOINTS_AT_END.test(label) ||
    label.split(/\s+/).some(isOfMoreThanLabels)
  );
}

/** A test, another part of the statement, or a word that gives a reason. */
function isOfMoreThanLabels(word: string): boolean {
  return isTestWord(word) || NOT_OF_LABELS.has(word) || /^[0-9]xx$/.test(word);
}

function endsLabel(fault: Fault, token: Token, index: number): boolean {
  const next = fault.tokens[index + 1] ?? null;
  if (token.image === "and") return beginsTest(next);
  if (token.image === "with") return isWord(next) && fault.statementWord === "example";
  return token.image === "or" && fault.statementWord !== "example";
}

/** A quotation mark that opens no text but belongs to a word before it: `as Don't`. Its token is the open text. */
export function explainApostrophe(tokens: readonly Token[], open: Token, text: string): Explanation | null {
  let index = tokens.indexOf(open) - 1;
  const touching = tokens[index];
  if (touching === undefined || !touches(touching, open) || !isWord(touching)) return null;
  if (open.image.startsWith(BLOCK_MARKS)) return null;
  while (index > 0 && !isSpecialWord(tokens[index - 1]?.image ?? "")) index--;
  const first = tokens[index];
  const anchor = tokens[index - 1]?.image ?? "";
  if (first === undefined || first.startLine !== open.startLine) return null;
  // What seems to open a text goes on to the line's end, and may hold more than the label.
  if (open.image.includes('"') || tokens[index - 1]?.startLine !== first.startLine) return null;
  const comment = /[ \t]#/.exec(open.image)?.index ?? open.image.length;
  const span = withoutBlanksAtEnd(text, { from: first.startOffset, to: open.startOffset + comment });
  const label = text.slice(span.from, span.to);
  const literal = asString(label);
  const kind = mayHoldMore(label.replaceAll("'", "")) ? "suggested" : "automatic";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", kind)];
  const isFallback = anchor === "or" && tokens.slice(0, index).some(({ image }) => image === "as");
  if (anchor === "as" || isFallback || (isOutcome(anchor) && tokens[0]?.image === "example")) {
    return problemAt(span, { problem: "label-with-quote", quote: open.image.charAt(0) }, fixes);
  }
  if (!isTextMatchWord(anchor)) return null;
  return problemAt(span, { problem: "unquoted", found: text.slice(span.from, span.to) });
}

function withoutBlanksAtEnd(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  let end = to;
  while (end > from && /[ \t]/.test(text.charAt(end - 1))) end--;
  return { from, to: end };
}
