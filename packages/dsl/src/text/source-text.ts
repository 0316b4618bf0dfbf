import type { Change } from "./change.js";
import { leadingCount } from "./leading-count.js";

/** A place in a file as a person names it; both count from 0. */
export interface Position {
  readonly line: number;
  /** In the unit asked for: UTF-16 code units, UTF-8 bytes or code points. */
  readonly column: number;
}

/** What a column counts: LSP clients and terminals differ. */
export type ColumnUnit = "utf-16" | "utf-8" | "utf-32";

const BYTE_ORDER_MARK = 0xfeff;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Lines that are tried one by one before a search begins, at most: places are mostly asked for in their order. */
const NEAR_LINES = 4;

/**
 * The text of a file and its lines. Lines end in LF, CRLF or CR and in nothing else (docs/language.md). Offsets count UTF-16
 * code units of the text as it was given; a leading byte order mark keeps its offset 0 but has no column.
 */
export class SourceText {
  readonly text: string;
  readonly #lineStarts: readonly number[];
  /** The line that was asked for last: places are mostly asked for in their order. */
  #recentLine = 0;

  /** @param edited an earlier text, and the stretch in which this one differs from it: the lines around are taken over */
  constructor(
    text: string,
    edited: {
      readonly from: SourceText;
      readonly start: number;
      readonly endBefore: number;
      readonly endAfter: number;
    } | null = null,
  ) {
    this.text = text;
    this.#lineStarts =
      edited === null ? findLineStarts(text) : movedLineStarts(text, edited.from.#lineStarts, edited);
  }

  get lineCount(): number {
    return this.#lineStarts.length;
  }

  /** Where the line begins, behind a byte order mark; the end of the text for a line past the last. */
  lineStart(line: number): number {
    const start = this.#lineStarts[line] ?? this.text.length;
    return start === 0 && this.text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : start;
  }

  /** Where the line's own characters end, before its line end. */
  lineEnd(line: number): number {
    const next = this.#lineStarts[line + 1];
    if (next === undefined) return this.text.length;
    const lineFeed = this.text.charCodeAt(next - 1) === LINE_FEED;
    const pair = lineFeed && this.text.charCodeAt(next - 2) === CARRIAGE_RETURN;
    return Math.max(this.lineStart(line), pair ? next - 2 : next - 1);
  }

  /** The line's characters without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  /** The line that holds the offset. */
  lineAt(offset: number): number {
    this.#recentLine = this.#nearRecentLine(offset) ?? this.#searchLine(offset);
    return this.#recentLine;
  }

  /** The line that holds the offset if it is the recent one or one of the next few. */
  #nearRecentLine(offset: number): number | null {
    const starts = this.#lineStarts;
    let line = this.#recentLine;
    if (offset < (starts[line] ?? 0)) return null;
    for (const last = line + NEAR_LINES; line <= last; line++) {
      const next = starts[line + 1];
      if (next === undefined || offset < next) return line;
    }
    return null;
  }

  #searchLine(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The place of an offset; one inside a line end counts as the line's end. */
  positionAt(offset: number, unit: ColumnUnit = "utf-16"): Position {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(bounded);
    const start = this.lineStart(line);
    const end = Math.max(start, Math.min(bounded, this.lineEnd(line)));
    return { line, column: countUnits(this.text, start, end, unit) };
  }

  /** The offset of a place; a column past the line's end is the line's end, one inside a character its start. */
  offsetAt(position: Position, unit: ColumnUnit = "utf-16"): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.text.length;
    const start = this.lineStart(position.line);
    const end = this.lineEnd(position.line);
    if (unit === "utf-16") {
      const offset = Math.max(start, Math.min(end, start + position.column));
      return isInsidePair(this.text, offset) ? offset - 1 : offset;
    }
    let offset = start;
    let left = position.column;
    while (offset < end) {
      const codePoint = this.text.codePointAt(offset) ?? 0;
      left -= unitsOf(codePoint, unit);
      if (left < 0) break;
      offset += codePoint > 0xffff ? 2 : 1;
    }
    return offset;
  }
}

function isInsidePair(text: string, offset: number): boolean {
  return offset > 0 && (text.codePointAt(offset - 1) ?? 0) > 0xffff;
}

/** Searches for line ends, since engines do that many times faster than looking at each character. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  let lineFeed = text.indexOf("\n");
  let carriageReturn = text.indexOf("\r");
  while (lineFeed !== -1 || carriageReturn !== -1) {
    const isLineFeed = carriageReturn === -1 || (lineFeed !== -1 && lineFeed < carriageReturn);
    const isPair = !isLineFeed && lineFeed === carriageReturn + 1;
    starts.push((isLineFeed || isPair ? lineFeed : carriageReturn) + 1);
    if (!isLineFeed) carriageReturn = text.indexOf("\r", carriageReturn + 1);
    if (isLineFeed || isPair) lineFeed = text.indexOf("\n", lineFeed + 1);
  }
  return starts;
}

/** A change that is looked through character by character at most. */
const LONGEST_CHANGE = 4_096;

/** The starts of lines after a change. Whether a line begins at an offset depends on the characters around it alone. */
function movedLineStarts(
  text: string,
  before: readonly number[],
  { start, endBefore, endAfter }: Change,
): readonly number[] {
  if (endAfter - start > LONGEST_CHANGE) return findLineStarts(text);
  const head = Math.max(
    1,
    leadingCount(before, (offset) => offset < start),
  );
  const starts = before.slice(0, head);
  for (let offset = Math.max(1, start); offset <= endAfter; offset++)
    if (isLineStart(text, offset)) starts.push(offset);
  const shift = endAfter - endBefore;
  const tail = leadingCount(before, (offset) => offset <= endBefore);
  for (let index = tail; index < before.length; index++) starts.push((before[index] ?? 0) + shift);
  return starts;
}

function isLineStart(text: string, offset: number): boolean {
  const last = text.charCodeAt(offset - 1);
  return last === LINE_FEED || (last === CARRIAGE_RETURN && text.charCodeAt(offset) !== LINE_FEED);
}

/** The columns that a stretch of a text without line ends takes. */
export function countUnits(text: string, start: number, end: number, unit: ColumnUnit): number {
  if (unit === "utf-16") return end - start;
  let count = 0;
  for (let index = start; index < end; ) {
    const codePoint = text.codePointAt(index) ?? 0;
    count += unitsOf(codePoint, unit);
    index += codePoint > 0xffff ? 2 : 1;
  }
  return count;
}

function unitsOf(codePoint: number, unit: ColumnUnit): number {
  switch (unit) {
    case "utf-8":
      return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    case "utf-16":
      return codePoint > 0xffff ? 2 : 1;
    case "utf-32":
      return 1;
  }
}
