import { replaceWith } from "../../findings/finding.js";
import { foldText } from "../../text/case-folding.js";
import { isOutcome } from "../statement-words.js";
import { BLOCK_MARKS } from "../text-literal.js";
import { isSpecialWord, type Token } from "../tokens.js";
import { isFieldWord, isTextMatchWord } from "../vocabulary.js";
import type { Explainer, Explanation, Fault } from "./fault.js";
import { asString, changing } from "./fixes.js";
import { explainNeedless } from "./needless.js";
import { bareFieldAt } from "./rules/bare-paths.js";
import { beginsTest, isMatchWord, TEST_WORDS } from "./rules/test-start.js";
import { explainUnquotedRun } from "./texts/unquoted.js";
import { isStray, isText, isWord, placeBefore, placeBehind, spanFromTo, touches } from "./token-places.js";

/** A label is wanted, behind `as` or `or`. */
export const explainLabel: Explainer = (fault, found) => {
  const nextLine = explainLabelOnNextLine(fault, found);
  if (nextLine !== null) return nextLine;
  if (!isStray(found)) return null;
  if ((found.image === ":" || found.image === "=") && fault.next?.startLine === found.startLine)
    return explainNeedless(fault, found);
  return explainPathOfLabel(fault, fault.index) ?? explainLabelRun(fault, fault.index);
};

/** `as $.reason`, `as xml //reason`, `as json reason`: a field without quotes; `start` is where its path begins. */
function explainPathOfLabel(fault: Fault, start: number): Explanation | null {
  const kind = fault.tokens[start - 1];
  const isNamed = kind?.image === "json" || kind?.image === "xml";
  const path = bareFieldAt(fault, start);
  const isPath = path !== null && /^[$/]/.test(path.first.image);
  if (path === null || !(isNamed || (isPath && kind?.image === "as"))) return null;
  const span = spanFromTo(isNamed ? kind : path.first, path.last);
  const written = fault.text.slice(path.first.startOffset, path.last.endOffset + 1);
  const field = kind?.image === "xml" && !isPath ? `xml "//${written}"` : path.field;
  const fix = replaceWith(span, field, `Write ${field}`, isPath ? "automatic" : "suggested");
  return { parameters: { problem: "bare-field", field }, span, fixes: [fix] };
}

/** A label that stands on the line below the word before it. */
export function explainLabelOnNextLine(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || !fault.startsLine || !(isWord(found) || isText(found))) return null;
  const gap = { from: before.endOffset + 1, to: found.startOffset };
  const kind = fault.next === null ? "automatic" : "suggested";
  const fixes = fault.text.slice(gap.from, gap.to).includes("#")
    ? []
    : [replaceWith(gap, " ", "Put the label on the line before", kind)];
  return fault.explain(found, { problem: "label-on-next-line" }, fixes);
}

/** `reject as Duplicate keyword "dup"` and `reject Duplicate keyword "dup"`: the found token begins the label. */
export function explainLabelBeforeTest(fault: Fault, found: Token): Explanation {
  let index = behindLabelField(fault);
  while (index < fault.tokens.length && !beginsTest(fault.tokens[index] ?? null)) index++;
  if (found.image === "as" && index === fault.tokens.length) {
    const fix = replaceWith(placeBefore(found), "otherwise ", "Write otherwise before it", "suggested");
    return fault.explain(found, { problem: "label-without-test", word: fault.statementWord }, [fix]);
  }
  return movingLabel(fault, fault.index, index, found, "");
}

/** Behind the field that the label at the unexpected `as` comes from: `as json "$.reason" or Other …`. */
function behindLabelField({ tokens, index, found }: Fault): number {
  const [kind, text, part] = [1, 2, 3].map((distance) => tokens[index + distance] ?? null);
  const isField = isFieldWord(kind?.image ?? "") && isText(text ?? null);
  if (found?.image !== "as" || !isField) return index;
  return index + (part?.image === "part" ? 5 : 3);
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
  const label = first.image === "as" ? written : `as ${first === last ? written : asString(written)}`;
  // A name before a word to match with may also be a field's.
  const mayBeField = isMatchWord(next.image);
  // And so may the field of a label be the one that is matched.
  const isLabel =
    first.image === "as" ? to - from === 2 || !mayBeField : first === last && isSurelyLabel(first);
  const certain = joint === "" && isLabel && (first.image === "as" || !mayBeField);
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
  if (before === null || found.startLine !== before.startLine) return null;
  const isLabelWord = isWord(before) && isLabelPlace(fault.at(-2));
  if (!isLabelWord) return null;
  if (isText(found)) return null;
  if (fault.lastOnLine(fault.index) === found && [";", ".", ","].includes(found.image)) return null;
  return explainLabelRun(fault, fault.index - 1);
}

/** `as json reason`, `as split | part 2`, `as from json "$.a"`, `as between "<a>" and "</a>"`. */
export function explainFieldOfLabel(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || fault.startsLine || fault.at(-2)?.image !== "as") return null;
  if (before.image === "between" && (isText(found) || isStray(found)))
    return fault.explain(before, { problem: "label-from-between" });
  if (isText(found) && ["because", "reason", "label", "name", "called"].includes(before.image))
    return explainNeedless(fault, before, "suggested");
  if (before.image === "from" && isFieldWord(found.image)) return explainNeedless(fault, before);
  if (before.image === "split" && isStray(found)) return explainUnquotedRun(fault);
  return isText(found) ? null : explainPathOfLabel(fault, fault.index);
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
    if (fault.text.startsWith("//", token.startOffset) && !touches(last, token)) break;
    if (isText(token)) return null;
    last = token;
  }
  const span = spanFromTo(first, last);
  const label = fault.text.slice(span.from, span.to);
  const literal = asString(label);
  const kind = mayHoldMore(label) ? "suggested" : "automatic";
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put the label in quotes", kind)];
  return { parameters: { problem: "label-needs-quotes", label }, span, fixes };
}

/** Whether the words on a label's line may say more than a label: a list, a comparison, a test, a reason. */
function mayHoldMore(label: string): boolean {
  return (
    /[,;|=<>{}[\]"'#$]|\/\/|^[^0-9A-Za-z\u0080-\uffff]\s|\s[^0-9A-Za-z\u0080-\uffff]$/.test(label) ||
    JOINT_AT_AN_END.test(label) ||
    label.split(/\s+/).some((word) => MORE_THAN_LABEL.has(word) || /^[0-9]xx$/.test(word))
  );
}

const JOINT_AT_AN_END = /^(?:and|or|not|the|an?|of|to)\s|\s(?:and|or|not|the|an?|of|to)$/i;

const MORE_THAN_LABEL: ReadonlySet<string> = new Set([
  ...TEST_WORDS,
  "between",
  "from",
  "otherwise",
  "as",
  "is",
  "because",
  "if",
  "when",
  "unless",
  "where",
  "else",
  "then",
  "with",
]);

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
  const literal = asString(text.slice(span.from, span.to));
  const fixes = literal === null ? [] : [replaceWith(span, literal, "Put it in quotes", "automatic")];
  const isFallback = anchor === "or" && tokens.slice(0, index).some(({ image }) => image === "as");
  if (anchor === "as" || isFallback || (isOutcome(anchor) && tokens[0]?.image === "example")) {
    return { parameters: { problem: "label-with-quote", quote: open.image.charAt(0) }, span, fixes };
  }
  if (!isTextMatchWord(anchor)) return null;
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
