import type { SourceText, Span } from "@responses/dsl";

/** Lines and columns from 1, columns in UTF-16 code units; the end is behind the last character. */
export function placeAsJson(source: SourceText, { start, end }: Span): object {
  const first = source.positionAt(start);
  const last = source.positionAt(end);
  return {
    line: first.line + 1,
    column: first.column + 1,
    endLine: last.line + 1,
    endColumn: last.column + 1,
  };
}
