import type { FileModel, Located } from "../../model/mapping.js";

/** The line of a statement, for a sentence about the file: `line 7`, or `line 7 of common.responses` in another file. */
export function linePlace({ file, statement }: Located<unknown>, seenFrom: FileModel): string {
  const line = file.tree.source.positionAt(statement.start + statement.syntax.wordSpan.from).line + 1;
  return file.path === seenFrom.path ? `line ${line}` : `line ${line} of ${file.path}`;
}
