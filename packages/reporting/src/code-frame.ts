import type { SourceText, Span } from "@responses/dsl";
import { type Cell, cellsOf, columnsOf, wholeCharacter } from "./display-width.js";
import type { Style } from "./style.js";

export interface FrameOptions {
  readonly style: Style;
  /** The columns to fill at most. */
  readonly width: number;
  /** Said behind the carets. */
  readonly note?: string;
  /** The columns that line numbers take, so that frames below each other align. */
  readonly gutter?: number;
}

/** The columns before the line's text, beside the line number. */
const MARGIN = 5;
const CUT = "…";

/**
 * The line in which a stretch begins and, below it, carets under the very characters; of a long line only what stands
 * around the stretch. Takes time for what is shown, whatever the length of the line.
 */
export function codeFrame(source: SourceText, span: Span, options: FrameOptions): readonly string[] {
  const { style, note } = options;
  const line = source.lineAt(span.start);
  const number = String(line + 1);
  const gutter = Math.max(options.gutter ?? 0, number.length);
  const shown = shownPart(source, line, span, options.width - gutter - MARGIN);
  const carets = caretsBelow(shown, span);
  const bar = style.dim("|");
  const said = note === undefined ? "" : ` ${note}`;
  return [
    `  ${style.dim(number.padStart(gutter))} ${bar} ${textOf(shown)}`,
    `  ${" ".repeat(gutter)} ${bar} ${style.red(carets)}${style.dim(said)}`,
  ];
}

interface ShownPart {
  readonly cells: readonly Cell[];
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

function shownPart(source: SourceText, line: number, span: Span, columns: number): ShownPart {
  const { text } = source;
  const lineStart = source.lineStart(line);
  const lineEnd = source.lineEnd(line);
  const fits = (from: number, to: number): boolean =>
    to - from <= columns && columnsOf(cellsOf(text.slice(from, to), from)) <= columns - CUT.length;
  const rangeEnd = Math.min(span.end, lineEnd);
  const from = fits(lineStart, rangeEnd)
    ? lineStart
    : wholeCharacter(text, Math.max(lineStart, span.start - (columns >> 2)));
  const room = columns - (from > lineStart ? 1 : 0);
  const candidates = cellsOf(
    text.slice(from, wholeCharacter(text, Math.min(lineEnd, from + columns * 4))),
    from,
  );
  const ends = candidates.at(-1)?.end ?? from;
  if (ends === lineEnd && columnsOf(candidates) <= room)
    return { cells: candidates, cutBefore: from > lineStart, cutAfter: false };
  const cells: Cell[] = [];
  let used = 0;
  for (const cell of candidates) {
    used += cell.width;
    if (used > room - CUT.length) break;
    cells.push(cell);
  }
  return { cells, cutBefore: from > lineStart, cutAfter: true };
}

function textOf({ cells, cutBefore, cutAfter }: ShownPart): string {
  return `${cutBefore ? CUT : ""}${cells.map(({ shown }) => shown).join("")}${cutAfter ? CUT : ""}`;
}

/** At least one caret: an empty stretch has its place, too. */
function caretsBelow({ cells, cutBefore }: ShownPart, { start, end }: Span): string {
  const before = cells.filter((cell) => cell.end <= start);
  const inside = cells.filter((cell) => cell.end > start && cell.start < end);
  const indent = columnsOf(before) + (cutBefore ? 1 : 0);
  return " ".repeat(indent) + "^".repeat(Math.max(1, columnsOf(inside)));
}
