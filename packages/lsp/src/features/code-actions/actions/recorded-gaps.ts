import type { Gap } from "@responses/dsl";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { lineEndOf } from "../../edits/line-end.js";
import type { DocumentChange } from "../action-change.js";
import { alignedStatement } from "../statements/aligned-statement.js";
import { placeForAnother } from "../statements/example-place.js";

/** Writes the examples that record gaps behind the last example of the file; null where there are none. */
export function recordGaps(document: AnalysedDocument, gaps: readonly Gap[]): DocumentChange | null {
  if (gaps.length === 0) return null;
  const { at, before, after } = placeForAnother(document);
  let text = before;
  for (const { example } of gaps) {
    const separated = text === before ? before : `${text}\n`;
    text = separated + alignedStatement(document, at.start, { before: separated, written: example, after });
  }
  const lineEnd = lineEndOf(document.file.tree.source);
  const newText = (text + after).replaceAll("\n", lineEnd);
  return {
    kind: "now",
    edits: [{ span: at, newText }],
    cursor: before.replaceAll("\n", lineEnd).length,
    created: null,
  };
}
