import type { LocalFinding } from "../findings/finding.js";
import { asSuggestions, replaceWith } from "../findings/finding.js";
import { quotesFor } from "../findings/quoted.js";
import { isBareWordCharacter } from "../text/character-classes.js";
import type { LocalSpan } from "../text/span.js";
import { isUnseen } from "../text/unseen-characters.js";

/**
 * The text that a string or a text block stands for, cut at its bare asterisks: only those can be wildcards, and an
 * escaped one is part of a piece. A text without a bare asterisk is one piece.
 */
export type TextPieces = readonly [string, ...string[]];

/** What a literal says where an asterisk has no special meaning. */
export function plainText(pieces: TextPieces): string {
  return pieces.join("*");
}

/** A string or text block as scanned: where it ends, and whether its closing marks are there. */
export interface ScannedLiteral {
  readonly to: number;
  readonly closed: boolean;
  readonly pieces: TextPieces;
  readonly findings: readonly LocalFinding[];
}

const SIMPLE_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ['"', '"'],
  ["'", "'"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["*", "*"],
]);

/** Unknown escapes of one string that are reported, at most: the text was pasted, and one fix is for all of them. */
const MOST_FINDINGS = 1000;

/** Collects text and cuts it at bare asterisks. */
class PieceBuilder {
  readonly #done: string[] = [];
  #current = "";

  add(text: string): void {
    this.#current += text;
  }

  cut(): void {
    this.#done.push(this.#current);
    this.#current = "";
  }

  finish(): TextPieces {
    const [first, ...rest] = [...this.#done, this.#current];
    return [first ?? "", ...rest];
  }
}

/**
 * Scans a string on one line. `from` is the offset of its opening quote in `text`; `isRecorded` says that it stands in an
 * example, where people paste. Scanned by hand: a regular expression for strings overflows the stack at some megabytes.
 */
export function scanString(text: string, from: number, isRecorded = false): ScannedLiteral {
  const quote = text.charAt(from);
  const pieces = new PieceBuilder();
  const findings: LocalFinding[] = [];
  let index = from + 1;
  let plainFrom = index;
  let hasEscape = false;
  for (;;) {
    const character = text.charAt(index);
    const ends = character === "" || character === "\n" || character === "\r";
    if (ends || character === quote) {
      pieces.add(text.slice(plainFrom, index));
      const to = ends ? index : index + 1;
      if (ends) findings.push(unterminated(text, from, to, quote));
      // Who meant one of the backslashes as an escape may have meant all.
      const certain = hasEscape
        ? findings.map((finding) => ({ ...finding, fixes: asSuggestions(finding.fixes) }))
        : findings;
      return { to, closed: !ends, pieces: pieces.finish(), findings: certain };
    }
    if (character === "*") {
      pieces.add(text.slice(plainFrom, index));
      pieces.cut();
      index += 1;
      plainFrom = index;
    } else if (character === "\\") {
      pieces.add(text.slice(plainFrom, index));
      const read = readEscape(text, index);
      if (read.text === null && findings.length < MOST_FINDINGS)
        findings.push(unknownEscape(text, index, read.to, isRecorded));
      hasEscape ||= read.text !== null;
      pieces.add(read.text ?? text.slice(index, read.to));
      index = read.to;
      plainFrom = index;
    } else {
      index += 1;
    }
  }
}

/** Reads the escape whose backslash is at `from`; `text` is null where there is no such escape. */
function readEscape(text: string, from: number): { readonly to: number; readonly text: string | null } {
  const next = text.charAt(from + 1);
  const simple = SIMPLE_ESCAPES.get(next);
  if (simple !== undefined) return { to: from + 2, text: simple };
  const character = text.codePointAt(from + 1) ?? 0;
  const length = next === "" || next === "\n" || next === "\r" ? 0 : character > 0xffff ? 2 : 1;
  const unknown = { to: from + 1 + length, text: null };
  if (next !== "u" || text.charAt(from + 2) !== "{") return unknown;
  let index = from + 3;
  while (index < from + 10 && isHexDigit(text.charCodeAt(index))) index++;
  const digits = text.slice(from + 3, index);
  if (digits === "" || digits.length > 6 || text.charAt(index) !== "}") return unknown;
  const codePoint = Number.parseInt(digits, 16);
  const surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  if (codePoint > 0x10ffff || surrogate) return { to: index + 1, text: null };
  return { to: index + 1, text: String.fromCodePoint(codePoint) };
}

function isHexDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x46) || (unit >= 0x61 && unit <= 0x66);
}

/** Longer texts are closed at their end only. */
const LONGEST_SEARCHED = 1000;

function unterminated(text: string, from: number, to: number, quote: string): LocalFinding {
  const span = { from, to };
  let end = to;
  while (end > from + 1 && (text.charAt(end - 1) === " " || text.charAt(end - 1) === "\t")) end--;
  const close = replaceWith({ from: end, to: end }, quote, `Close the text with ${quote}`, "suggested");
  // `'valid" as Sold`: closed by the other mark.
  const other = quote === '"' ? "'" : '"';
  const line = text.slice(from, Math.min(to, from + LONGEST_SEARCHED));
  const wrong = line.split(other).length === 2 ? (/["'](?=[ \t,]|$)/.exec(line.slice(1))?.index ?? -1) : -1;
  const mark = { from: from + 1 + wrong, to: from + 2 + wrong };
  const change = replaceWith(mark, quote, `Close the text with ${quote} instead of ${other}`, "suggested");
  const open = text.slice(from, Math.min(to, from + 30));
  return {
    name: "unterminated-string",
    parameters: { kind: "string", quote, opening: open },
    span,
    fixes: wrong === -1 ? [close] : [change, close],
  };
}

/** What regular expressions and other languages have as escapes: a text to look for may have meant those. */
const OTHER_ESCAPES = /^\\(?:[0-9AaBbDdEefGkPpQSsuvWwxZz]|[^0-9A-Za-z])/;

function unknownEscape(text: string, from: number, to: number, isRecorded: boolean): LocalFinding {
  const written = text.slice(from, to);
  const span = { from, to };
  // Somebody who writes \u{…} means a character, though not which.
  const isGuess = written.startsWith("\\u{") || (!isRecorded && OTHER_ESCAPES.test(written));
  const kind = isGuess ? "suggested" : "automatic";
  const fix = replaceWith({ from, to: from + 1 }, "\\\\", "Double the backslash: it stands for itself", kind);
  return { name: "unknown-escape", parameters: { written, isJson: false }, span, fixes: [fix] };
}

/** The marks around a text block. */
export const BLOCK_MARKS = '"""';

/** Scans a text block whose opening marks are at `from`; without closing marks it goes to the text's end. */
export function scanTextBlock(text: string, from: number): ScannedLiteral {
  const contentFrom = from + BLOCK_MARKS.length;
  const closing = text.indexOf(BLOCK_MARKS, contentFrom);
  const closed = closing !== -1;
  const contentTo = closed ? closing : text.length;
  const to = closed ? closing + BLOCK_MARKS.length : text.length;
  const pieces = cutAtAsterisks(blockText(text.slice(contentFrom, contentTo)));
  const span = { from, to: from + BLOCK_MARKS.length };
  const parameters = { kind: "block", quote: BLOCK_MARKS, opening: BLOCK_MARKS } as const;
  const findings: LocalFinding[] = closed
    ? []
    : [{ name: "unterminated-string", parameters, span, fixes: [] }];
  return { to, closed, pieces, findings };
}

function cutAtAsterisks(text: string): TextPieces {
  const [first, ...rest] = text.split("*");
  return [first ?? "", ...rest];
}

/**
 * What a block's content stands for (docs/language.md): all of it where it is on one line, else without its mark lines and
 * common indentation, line ends as LF.
 */
function blockText(content: string): string {
  return blockLines(content)
    .map(({ from, to }) => content.slice(from, to))
    .join("\n");
}

/** The stretches of a block's content that are its lines of text. */
function blockLines(content: string): readonly LocalSpan[] {
  const lines = linesOf(content);
  if (lines.length === 1) return lines;
  const textOf = ({ from, to }: LocalSpan) => content.slice(from, to);
  const isBlank = (line: LocalSpan | undefined) => line !== undefined && /^[ \t]*$/.test(textOf(line));
  if (isBlank(lines[0])) lines.shift();
  if (isBlank(lines.at(-1))) lines.pop();
  const indentation = commonIndentation(lines.filter((line) => !isBlank(line)).map(textOf));
  return lines.map((line) => ({ from: line.from + sharedPrefix(textOf(line), indentation), to: line.to }));
}

function linesOf(content: string): LocalSpan[] {
  const lines: LocalSpan[] = [];
  let from = 0;
  for (const { index, 0: lineEnd } of content.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ from, to: index });
    from = index + lineEnd.length;
  }
  lines.push({ from, to: content.length });
  return lines;
}

function commonIndentation(lines: readonly string[]): string {
  let common: string | null = null;
  for (const line of lines) {
    const own = /^[ \t]*/.exec(line)?.[0] ?? "";
    common = common === null ? own : common.slice(0, sharedPrefix(own, common));
  }
  return common ?? "";
}

function sharedPrefix(line: string, prefix: string): number {
  let length = 0;
  while (length < prefix.length && line.charAt(length) === prefix.charAt(length)) length++;
  return length;
}

/**
 * Where a character of a literal's text is written: the stretch of the statement's text that stands for it, an escape or
 * a line end as a whole. `literal` is where the string or text block stands, `offset` counts the UTF-16 units of its
 * plain text; behind that text's end stand the closing marks. Linear in the literal.
 */
export function writtenPlace(text: string, literal: LocalSpan, offset: number): LocalSpan {
  return text.startsWith(BLOCK_MARKS, literal.from)
    ? placeInBlock(text, literal, offset)
    : placeInString(text, literal, offset);
}

function placeInString(text: string, literal: LocalSpan, offset: number): LocalSpan {
  const closing = literal.to - 1;
  let from = literal.from + 1;
  let passed = 0;
  while (from < closing) {
    const escaped = text.charAt(from) === "\\" ? readEscape(text, from) : null;
    const to = escaped?.to ?? characterEnd(text, from);
    passed += escaped?.text?.length ?? to - from;
    if (offset < passed) return { from, to };
    from = to;
  }
  return { from: closing, to: literal.to };
}

function placeInBlock(text: string, literal: LocalSpan, offset: number): LocalSpan {
  const contentFrom = literal.from + BLOCK_MARKS.length;
  const contentTo = literal.to - BLOCK_MARKS.length;
  const lines = blockLines(text.slice(contentFrom, contentTo));
  let left = offset;
  for (const [index, line] of lines.entries()) {
    const from = contentFrom + line.from + left;
    const to = contentFrom + line.to;
    if (from < to) return { from, to: characterEnd(text, from) };
    left -= line.to - line.from;
    const isLast = index + 1 === lines.length;
    if (left === 0 && !isLast) return { from: to, to: text.startsWith("\r\n", to) ? to + 2 : to + 1 };
    left -= 1;
  }
  return { from: contentTo, to: literal.to };
}

/** Behind the character at the offset. */
function characterEnd(text: string, from: number): number {
  return from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1);
}

/**
 * A string that stands for the text, in the given quotes or those that need fewer escapes: what `scanString` reads back.
 * Bare asterisks of `pieces` stay bare, all others are escaped.
 */
export function writeString(pieces: TextPieces, quote: '"' | "'" = quotesFor(plainText(pieces))): string {
  const written = pieces.map((piece) => {
    let text = "";
    for (const character of piece) text += escapeCharacter(character, quote);
    return text;
  });
  return quote + written.join("*") + quote;
}

/** A label or name as a file writes it: bare where it can be and all of it is seen, else as a string. */
export function writeName(name: string): string {
  for (const character of name) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (!isBareWordCharacter(codePoint) || isUnseen(codePoint)) return writeString([name]);
  }
  return name === "" ? '""' : name;
}

function escapeCharacter(character: string, quote: string): string {
  if (character === "\\" || character === "*" || character === quote) return `\\${character}`;
  if (character === "\n") return "\\n";
  if (character === "\r") return "\\r";
  if (character === "\t") return "\\t";
  const codePoint = character.codePointAt(0) ?? 0;
  const invisible =
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    codePoint === 0x2028 ||
    codePoint === 0x2029;
  return invisible || codePoint === 0xfeff ? `\\u{${codePoint.toString(16).toUpperCase()}}` : character;
}
