import { type ColumnUnit, SourceText, type Span } from "@responses/dsl";
import type { Position, Range } from "vscode-languageserver";

const BYTE_ORDER_MARK = "\ufeff";

/** How many columns a byte order mark has for the protocol, which counts it like any other character. */
const MARK_COLUMNS: Readonly<Record<ColumnUnit, number>> = { "utf-8": 3, "utf-16": 1, "utf-32": 1 };

/** Offsets of a text as positions of the protocol, in the encoding that client and server agreed on, and back. */
export class PositionMapper {
  readonly #source: SourceText;
  readonly #unit: ColumnUnit;
  readonly #markColumns: number;

  constructor(source: SourceText, unit: ColumnUnit) {
    this.#source = source;
    this.#unit = unit;
    this.#markColumns = source.text.startsWith(BYTE_ORDER_MARK) ? MARK_COLUMNS[unit] : 0;
  }

  positionAt(offset: number): Position {
    const { line, column } = this.#source.positionAt(offset, this.#unit);
    return { line, character: line === 0 && offset > 0 ? column + this.#markColumns : column };
  }

  rangeOf(span: Span): Range {
    return { start: this.positionAt(span.start), end: this.positionAt(span.end) };
  }

  /** A position behind a line's end is the line's end, one behind the last line the text's end. */
  offsetAt({ line, character }: Position): number {
    if (line === 0 && character < this.#markColumns) return 0;
    const column = line === 0 ? character - this.#markColumns : character;
    return this.#source.offsetAt({ line, column }, this.#unit);
  }

  /** The columns that a text takes which holds no line end. */
  widthOf(text: string): number {
    return new SourceText(text).positionAt(text.length, this.#unit).column;
  }

  spanOf({ start, end }: Range): Span {
    return { start: this.offsetAt(start), end: this.offsetAt(end) };
  }
}
