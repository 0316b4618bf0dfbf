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
 * around the stretch, and of a long stretch where it begins and where it ends, since either may be what is meant. Takes time for what is shown, whatever the length of the line.
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
  if (!fits(from, rangeEnd)) return endsOf(source, { from, rangeEnd, lineEnd }, room, from > lineStart);
  const candidates = cellsOf(
    text.slice(from, wholeCharacter(text, Math.min(lineEnd, from + columns * 4))),
    from,
  );
  const ends = candidates.at(-1)?.end ?? from;
  if (ends === lineEnd && columnsOf(candidates) <= room)
    return { cells: candidates, cutBefore: from > lineStart, cutAfter: false };
  return {
    cells: firstCells(candidates, room - CUT.length),
    cutBefore: from > lineStart,
    cutAfter: true,
  };
}

interface LongPart {
  readonly from: number;
  /** Where the stretch ends in its line, at the latest where the line does. */
  readonly rangeEnd: number;
  readonly lineEnd: number;
}

/** What stands around both ends of a stretch that is too long to be shown. */
function endsOf(
  { text }: SourceText,
  { from, rangeEnd, lineEnd }: LongPart,
  room: number,
  cutBefore: boolean,
): ShownPart {
  const half = Math.max(1, (room - 2 * CUT.length) >> 1);
  const behind = wholeCharacter(text, Math.min(lineEnd, rangeEnd + (half >> 1)));
  const cutAfter = behind < lineEnd;
  const head = firstCells(cellsOf(text.slice(from, wholeCharacter(text, from + half * 4)), from), half);
  const tailStart = wholeCharacter(text, Math.max(from, behind - half * 4));
  const all = cellsOf(text.slice(tailStart, behind), tailStart);
  const start = head.at(-1)?.end ?? from;
  const last = all.filter((cell) => cell.start >= start).reverse();
  const tail = firstCells(last, half - (cutAfter ? CUT.length : 0)).reverse();
  const end = tail[0]?.start ?? behind;
  return { cells: [...head, { shown: CUT, width: CUT.length, start, end }, ...tail], cutBefore, cutAfter };
}

/** As many of the cells, from the first on, as fit into the columns. */
function firstCells(cells: readonly Cell[], columns: number): Cell[] {
  let used = 0;
  const end = cells.findIndex(({ width }) => {
    used += width;
    return used > columns;
  });
  return cells.slice(0, end < 0 ? cells.length : end);
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
