import type { Gap, Span } from "@responses/dsl";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { lineEndOf } from "../../edits/line-end.js";
import type { DocumentChange } from "../action-change.js";
import { alignedStatement } from "../statements/aligned-statement.js";
import { placeForAnother } from "../statements/example-place.js";

/** Writes the examples that record gaps behind the last example of the file; null where there are none. */
export function recordGaps(document: AnalysedDocument, gaps: readonly Gap[]): DocumentChange | null {
  if (gaps.length === 0) return null;
  const { at, before } = placeForAnother(document);
  let text = before;
  for (const { example } of gaps) {
    const separated = text === before ? before : `${text}\n`;
    text =
      separated + alignedStatement(document, at.start, { before: separated, written: example, after: "" });
  }
  const { source } = document.file.tree;
  const next = source.lineStart(source.lineAt(at.start) + 1);
  const lineEnd = lineEndOf(source);
  // In the next line where there is one: what is underlined at the end of this line would grow in an editor.
  if (next <= at.start) return changeWith(at, text.replaceAll("\n", lineEnd), before.length * lineEnd.length);
  const lines = `${text.slice(1)}\n`.replaceAll("\n", lineEnd);
  return changeWith({ start: next, end: next }, lines, (before.length - 1) * lineEnd.length);
}

function changeWith(span: Span, newText: string, cursor: number): DocumentChange {
  return { kind: "now", edits: [{ span, newText }], cursor, created: null };
}
