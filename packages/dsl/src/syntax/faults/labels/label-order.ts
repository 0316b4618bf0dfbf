import { replaceWith } from "../../../findings/finding.js";
import { foldText } from "../../../text/case-folding.js";
import type { Token } from "../../tokens.js";
import { isMatchWord } from "../../vocabulary.js";
import { type Explanation, problemAt } from "../explanation.js";
import type { Fault } from "../fault.js";
import { asString, changing } from "../fixes.js";
import { behindField } from "../rules/fields.js";
import { beginsTest } from "../rules/test-start.js";
import { isText, isWord, placeBefore, placeBehind, spanFromTo } from "../token-places.js";

/*
 * A label that stands somewhere else than at the end of its rule, on the rule's line.
 */

/** A label that stands on the line below the word before it. */
export function explainLabelOnNextLine(fault: Fault, found: Token): Explanation | null {
  const { before } = fault;
  if (before === null || !fault.startsLine || !(isWord(found) || isText(found))) return null;
  const gap = { from: before.endOffset + 1, to: found.startOffset };
  const kind = fault.next === null ? "automatic" : "suggested";
  const fixes = fault.text.slice(gap.from, gap.to).includes("#")
    ? []
    : [replaceWith(gap, " ", "Put the label on the line before", kind)];
  return problemAt(found, { problem: "label-on-next-line" }, fixes);
}

/** `reject as Duplicate keyword "dup"` and `reject Duplicate keyword "dup"`: the found token begins the label. */
export function explainLabelBeforeTest(fault: Fault, found: Token): Explanation {
  // The field of a label is no test: `as json "$.reason" or Other …`.
  let index = found.image === "as" ? behindField(fault.tokens, fault.index + 1) : fault.index;
  while (index < fault.tokens.length && !beginsTest(fault.tokens[index] ?? null)) index++;
  if (found.image === "as" && index === fault.tokens.length) {
    const fix = replaceWith(placeBefore(found), "otherwise ", "Write otherwise before it", "suggested");
    return problemAt(found, { problem: "label-without-test", word: fault.statementWord }, [fix]);
  }
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
    return problemAt(marked, parameters);
  }
  const span = spanFromTo(first, last);
  const written = fault.text.slice(span.from, span.to);
  const behind = fault.tokens.slice(to).some(({ image }) => image === "as");
  if (behind || /[\n\r]/.test(fault.text.slice(span.from, next.startOffset)))
    return problemAt(marked, parameters);
  const label = first.image === "as" ? written : `as ${first === last ? written : asString(written)}`;
  // A name before a word to match with may also be a field's.
  const mayBeField = isMatchWord(next.image);
  // And so may the field of a label be the one that is matched.
  const isLabel =
    first.image === "as" ? to - from === 2 || !mayBeField : first === last && isSurelyLabel(first);
  const certain = joint === "" && isLabel && (first.image === "as" || !mayBeField);
  const fix = changing("Move the label to the end", certain ? "automatic" : "suggested", [
    { span: { from: span.from, to: next.startOffset }, newText: joint },
    { span: placeBehind(end), newText: ` ${label}` },
  ]);
  return problemAt(marked, parameters, [fix]);
}

/** Whether a word that `as` is missing before can hardly be anything but a label: labels are names, and have a capital. */
export function isSurelyLabel({ image }: Token): boolean {
  return foldText(image.slice(0, 2)) !== image.slice(0, 2);
}
