import type { SourceText } from "@responses/dsl";
import type { FoldedLines } from "./folded-lines.js";
import type { BlockLines } from "./text-blocks.js";

/** The comments of several lines. `blocks` are the text blocks in order: what looks like a comment there is none. */
export function commentFolds(source: SourceText, blocks: readonly BlockLines[]): readonly FoldedLines[] {
  const folds: FoldedLines[] = [];
  let first: number | null = null;
  let block = 0;
  const finish = (end: number) => {
    if (first !== null && first < end - 1) {
      folds.push({ first, last: end - 1, kind: "comment", summary: null });
    }
    first = null;
  };
  for (let line = 0; line < source.lineCount; line++) {
    while ((blocks[block]?.last ?? Infinity) < line) block++;
    const isInBlock = line > (blocks[block]?.first ?? Infinity);
    if (!isInBlock && isComment(source, line)) first ??= line;
    else finish(line);
  }
  finish(source.lineCount);
  return folds;
}

function isComment(source: SourceText, line: number): boolean {
  const { text } = source;
  let index = source.lineStart(line);
  while (text.charAt(index) === " " || text.charAt(index) === "\t") index++;
  return text.charAt(index) === "#";
}
