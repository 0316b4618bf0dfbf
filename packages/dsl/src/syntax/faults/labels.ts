import { replaceWith } from "../../findings/finding.js";
import { foldText } from "../../text/case-folding.js";
import { isOutcome } from "../statement-words.js";
import { BLOCK_MARKS } from "../text-literal.js";
import { isSpecialWord, type Token } from "../tokens.js";
import type { Explainer, Explanation, Fault } from "./fault.js";
import { asString, changing } from "./repairs.js";
import { beginsTest } from "./test-start.js";
import { isStray, isText, isWord, placeBehind, spanFromTo, touches } from "./token-places.js";
import { explainUnquotedRun } from "./unquoted.js";

/** A label is wanted, behind `as` or `or`. */
export const explainLabel: Explainer = (fault, found) => {
  const nextLine = explainLabelOnNextLine(fault, found);
  if (nextLine !== null) return nextLine;
  return isStray(found) ? explainLabelRun(fault, fault.index) : null;
};

/** A label that stands on the line below the word before it. */
export function explainLabelOnNextLine(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || !fault.startsLine || !(isWord(found) || isText(found))) return null;
  const gap = { from: before.endOffset + 1, to: found.startOffset };
  const fixes = fault.text.slice(gap.from, gap.to).includes("#")
    ? []
    : [replaceWith(gap, " ", "Put the label on the line before", "automatic")];
  return fault.explain(found, { problem: "label-on-next-line" }, fixes);
}

/** `reject as Duplicate keyword "dup"` and `reject Duplicate keyword "dup"`: the found token begins the label. */
export function explainLabelBeforeTest(fault: Fault, found: Token): Explanation {
  let index = fault.index;
  while (index < fault.tokens.length && !beginsTest(fault.tokens[index] ?? null)) index++;
  return movingLabel(fault, fault.index, index, found, "");
}

/** `reject keyword "dup" as Duplicate and status 400`: the found token goes on with the tests. */
export function explainTestBehindLabel(fault: Fault, found: Token): Explanation {
  let index = fault.index;
  while (index > 0 && fault.tokens[index]?.image !== "as") index--;
  return movingLabel(fault, index, fault.index, found, found.image === "and" ? "" : "and ");
}

/** Moves the label, the tokens from `from` to `to`, to the statement's end. */
function movingLabel(fault: Fault, from: number, to: number, marked: Token, joint: string): Explanation {
  const parameters = { problem: "label-not-at-end" } as const;
  const first = fault.tokens[from];
  const last = fault.tokens[to - 1];
  const next = fault.tokens[to];
  const end = fault.tokens.at(-1);
  if (first === undefined || last === undefined || next === undefined || end === undefined) {
    return fault.explain(marked, parameters);
  }
  const span = spanFromTo(first, last);
  const written = fault.text.slice(span.from, span.to);
  const behind = fault.tokens.slice(to).some(({ image }) => image === "as");
  if (behind || /[\n\r]/.test(fault.text.slice(span.from, next.startOffset)))
    return fault.explain(marked, parameters);
  const label = first.image === "as" ? written : `as ${written}`;
  const certain = joint === "" && (first.image === "as" || (first === last && isSurelyLabel(first)));
  const fix = changing(
    "Move the label to the end",
    certain ? "automatic" : "suggested",
    { span: { from: span.from, to: next.startOffset }, newText: joint },
    { span: placeBehind(end), newText: ` ${label}` },
  );
  return fault.explain(marked, parameters, [fix]);
}

/** Whether a word that `as` is missing before can hardly be anything but a label: labels are names, and have a capital. */
export function isSurelyLabel({ image }: Token): boolean {
  return foldText(image.slice(0, 2)) !== image.slice(0, 2);
}

/** Something follows a label on its line: it is a label of several words, or with signs in it. */
export function explainLabelOfSeveralWords(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || found.startLine !== before.startLine || isText(found)) return null;
  const isLabelWord = isWord(before) && isLabelPlace(fault.at(-2));
  if (!isLabelWord) return null;
  if (/^(?:json|xml)$/.test(before.image) && isStray(found)) return explainUnquotedRun(fault);
  if (isStray(found) && fault.lastOnLine(fault.index) === found && [";", ".", ","].includes(found.image))
    return null;
  return explainLabelRun(fault, fault.index - 1);
}

function isLabelPlace(token: Token | null): boolean {
  return token !== null && (token.image === "as" || token.image === "or" || isOutcome(token.image));
}

/** The label from the token at `start` to where the line or the label ends. */
function explainLabelRun(fault: Fault, start: number): Explanation | null {
  const first = fault.tokens[start];
  if (first === undefined) return null;
  let last = first;
  for (let index = start + 1; index < fault.tokens.length; index++) {
    const token = fault.tokens[index];
    if (token === undefined || token.startLine !== first.startLine || endsLabel(fault, token, index)) break;
    if (isText(token)) return null;
    last = token;
  }
  const span = spanFromTo(first, last);
  const label = fault.text.slice(span.from, span.to);
  const literal = asString(label);
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the label in quotes", "automatic")];
  return { parameters: { problem: "label-needs-quotes", label }, span, fixes };
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
  const span = withoutBlanksAtEnd(text, { from: first.startOffset, to: open.endOffset + 1 });
  const literal = asString(text.slice(span.from, span.to));
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", "automatic")];
  if (anchor === "as" || anchor === "or" || (isOutcome(anchor) && tokens[0]?.image === "example")) {
    return { parameters: { problem: "label-with-quote", quote: open.image.charAt(0) }, span, fixes };
  }
  if (!["keyword", "word", "exact"].includes(anchor)) return null;
  return { parameters: { problem: "unquoted", found: text.slice(span.from, span.to) }, span, fixes: [] };
}

function withoutBlanksAtEnd(text: string, { from, to }: { readonly from: number; readonly to: number }) {
  let end = to;
  while (end > from && /[ \t]/.test(text.charAt(end - 1))) end--;
  return { from, to: end };
}

/** Behind the label's field and `or`, or behind a fixed label. */
export function explainFallback(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (
    isText(found) &&
    (before?.image === "json" || before?.image === "xml") &&
    fault.at(-2)?.image === "or"
  ) {
    return fault.explain(before, { problem: "fallback-field" });
  }
  if (found.image === "or") {
    const labelled = (isWord(before) || isText(before)) && fault.at(-2)?.image === "as";
    return labelled ? fault.explain(found, { problem: "fallback-of-fixed-label" }) : null;
  }
  return null;
}
