import type { LocalFinding } from "../../../findings/finding.js";
import { isBareWordCharacter } from "../../../text/character-classes.js";
import { holdsJson } from "../../pasted-json.js";
import { BLOCK_MARKS } from "../../text-literal.js";
import { changing } from "../fixes.js";

/**
 * The findings, those about two open texts as one where they are one text of several lines: it opens with the first mark
 * and closes with the second. That is how people paste JSON.
 */
export function joinOpenTexts(findings: readonly LocalFinding[], text: string): readonly LocalFinding[] {
  const [first, second, ...others] = findings.filter(isOpenString);
  if (first === undefined || second === undefined || others.length > 0) return findings;
  const quote = text.charAt(first.span.from);
  if (text.charAt(second.span.from) !== quote) return findings;
  const inner = text.slice(first.span.from + 1, second.span.from);
  const marks = [first, second].map(({ span }) => ({
    span: { from: span.from, to: span.from + 1 },
    newText: BLOCK_MARKS,
  }));
  // A backslash was meant as an escape, unless it is one of JSON.
  const isJson = inner.includes("\\") && holdsJson(inner);
  const canBeBlock = (!inner.includes("\\") || isJson) && !inner.includes(BLOCK_MARKS);
  const fixes = canBeBlock ? [changing("Make it a text block", "suggested", marks)] : [];
  const parameters = { kind: "lines", quote, opening: text.slice(first.span.from, first.span.to) } as const;
  const joined = { name: "unterminated-string", parameters, span: first.span, fixes } as const;
  return findings.flatMap((finding) => {
    if (finding === first) return [joined];
    // In a block the backslashes of JSON are no escapes.
    const isGone = isJson && finding.name === "unknown-escape" && isWithin(finding, first, second);
    return finding === second || isGone ? [] : [finding];
  });
}

function isWithin({ span }: LocalFinding, first: LocalFinding, last: LocalFinding): boolean {
  return span.from > first.span.from && span.from < last.span.from;
}

export function isOpenString(finding: LocalFinding): boolean {
  return finding.name === "unterminated-string" && finding.parameters.kind === "string";
}

/** Whether an open text is none: its mark is the apostrophe of a word, as in `it's`. */
export function isApostrophe(finding: LocalFinding, text: string): boolean {
  const { from } = finding.span;
  if (!isOpenString(finding) || text.charAt(from) !== "'") return false;
  const before = from === 0 ? undefined : text.codePointAt(from - 1);
  return before !== undefined && isBareWordCharacter(before);
}
