import type { SourceText } from "./source-text.js";

/** Where a line of its own goes, and what separates it from its neighbours; line ends are LF. */
export interface NewLine {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
}

/**
 * A new line behind another: it is put at the beginning of the next one, where there is one. Behind the end of the line itself an
 * editor would take it for a part of what is underlined there, until it is told anew what is.
 */
export function lineBehind(source: SourceText, line: number): NewLine {
  const end = source.lineEnd(line);
  const next = source.lineStart(line + 1);
  return next > end ? { offset: next, before: "", after: "\n" } : { offset: end, before: "\n", after: "" };
}
