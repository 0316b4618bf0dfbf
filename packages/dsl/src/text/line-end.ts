import type { SourceText } from "./source-text.js";

/** The line end of a text's first line: what is added gets the same. */
export function lineEndOf(source: SourceText): string {
  return source.text.slice(source.lineEnd(0), source.lineStart(1)) || "\n";
}
