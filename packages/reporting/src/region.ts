import type { SourceText, Span } from "@responses/dsl";

/** A stretch of a text: lines and columns from 1, columns in UTF-16 code units; the end is behind the last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The stretch in lines and columns. */
export function regionOf(source: SourceText, { start, end }: Span): Region {
  const first = source.positionAt(start);
  const last = source.positionAt(end);
  return {
    line: first.line + 1,
    column: first.column + 1,
    endLine: last.line + 1,
    endColumn: last.column + 1,
  };
}
