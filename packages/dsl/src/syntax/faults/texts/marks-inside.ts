import { type LocalFix, replaceWith } from "../../../findings/finding.js";
import type { SyntaxProblem } from "../../../findings/syntax-problem.js";
import type { LocalSpan } from "../../../text/span.js";
import { lex } from "../../lexer.js";
import { hasBackslashesOfJson, holdsJson } from "../../pasted-json.js";
import { BLOCK_MARKS, plainText, scanString } from "../../text-literal.js";
import type { Token } from "../../tokens.js";
import { isSpecialWord } from "../../vocabulary.js";
import { type Explainer, problemAt } from "../explanation.js";
import { spanFromTo } from "../token-places.js";
import { isApostrophe, isOpenString } from "./open-texts.js";

/*
 * A text that holds its own marks. In the other marks it can stand as it is; one that holds these, too, needs a text block
 * or a backslash before each of its own.
 */

/** `"{"success":true}"`, `'It's a "duplicate"'`: the whole text goes on to another of its marks. */
export const explainMarksInside: Explainer = (fault, found) => {
  const { before, text } = fault;
  if (before === null) return null;
  const from = before.startOffset;
  const quote = text.charAt(from);
  const to = endOfWholeText(text, before.endOffset + 1, quote);
  if (to === null) return problemAt(found, endsEarly(quote, found, restOfLine(text, from + 1)));
  const inner = text.slice(from + 1, to - 1);
  const fixes = inner.includes(otherThan(quote))
    ? fixesOfMixed({ from, to }, inner, quote)
    : [inOtherMarks({ from, to }, inner, otherThan(quote))];
  const literal = fixes[0]?.edits[0]?.newText ?? null;
  return problemAt(spanFromTo(before, found), endsEarly(quote, found, inner, literal), fixes);
};

/**
 * That a text in `quote` ends before `next`, though it goes on: `inner` is all of it. `literal` is how it is written right,
 * null where that is not known.
 */
export function endsEarly(
  quote: string,
  { image: next }: Token,
  inner: string,
  literal: string | null = null,
): SyntaxProblem {
  if (!inner.includes(otherThan(quote))) return { problem: "text-ends-early", quote, next };
  return { problem: "text-with-both-marks", quote, next, literal };
}

function otherThan(quote: string): string {
  return quote === '"' ? "'" : '"';
}

function inOtherMarks(whole: LocalSpan, inner: string, other: string): LocalFix {
  const written = other + inner + other;
  const isJson = hasBackslashesOfJson(inner, plainText(scanString(written, 0).pieces));
  return isJson
    ? replaceWith(
        whole,
        written.replaceAll("\\", "\\\\"),
        "Use the other quotes, and double the backslashes",
        "suggested",
      )
    : replaceWith(whole, written, "Use the other quotes", "suggested");
}

/** Ways to write a text that holds both marks, the one that changes least of it first. */
function fixesOfMixed(whole: LocalSpan, inner: string, quote: string): readonly LocalFix[] {
  const hasBackslashes = inner.includes("\\");
  const isJson = hasBackslashes && holdsJson(inner);
  // The first three marks in a row close a block, and a backslash in it is no escape.
  const fitsBlock = !`${inner}"`.includes(BLOCK_MARKS) && !/^"|"$/.test(inner) && (isJson || !hasBackslashes);
  const block = replaceWith(whole, BLOCK_MARKS + inner + BLOCK_MARKS, "Make it a text block", "suggested");
  const escaped = replaceWith(
    whole,
    quote + withBackslashes(inner, quote) + quote,
    `Write \\${quote} for each ${quote} in it`,
    "suggested",
  );
  // The backslashes of JSON would be read as escapes there.
  return [...(fitsBlock ? [block] : []), ...(isJson ? [] : [escaped])];
}

/** A backslash before each of the marks that has none. */
function withBackslashes(inner: string, quote: string): string {
  return inner.replace(/\\.|["']/gs, (written) => (written === quote ? `\\${quote}` : written));
}

/** Marks of one line that are tried as the end, at most. */
const MOST_ENDS = 8;

/**
 * Behind the mark that probably ends the whole text: one that a blank, a comma or the line's end follows, and behind which
 * every text of the line is closed; the first behind which the statement goes on, if there is one. Null where there is none.
 */
function endOfWholeText(text: string, from: number, quote: string): number | null {
  const line = restOfLine(text, from);
  const marks = [...line.matchAll(/["'](?=[ \t,]|$)/g)].filter(([mark]) => mark === quote);
  const ends = marks
    .slice(0, MOST_ENDS)
    .flatMap(({ index }) => (isClosed(line.slice(index + 1)) ? [index + 1] : []));
  const end = ends.find((index) => goesOn(line.slice(index))) ?? ends[0];
  return end === undefined ? null : from + end;
}

function restOfLine(text: string, from: number): string {
  return /^[^\n\r]*/.exec(text.slice(from))?.[0] ?? "";
}

/** Whether each text that begins in the rest of a line ends in it, or is a text block. */
function isClosed(rest: string): boolean {
  return lex(rest).findings.every((finding) => !isOpenString(finding) || isApostrophe(finding, rest));
}

/** Whether what follows a text there can follow one: a word of the language, a comma or nothing. */
function goesOn(rest: string): boolean {
  const [, next = ""] = /^[ \t]*(?:([a-z]+)|[,#]|$)/.exec(rest) ?? [undefined, "?"];
  return next === "" || isSpecialWord(next);
}
