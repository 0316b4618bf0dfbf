import { parse } from "@responses/dsl";
import { formatTree } from "@responses/dsl/editor";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { statementEnd, statementIndexAt, wordStart } from "../../../workspace/documents/statement-places.js";

/** Statements looked at on either side at most: columns are shared by neighbours. */
const MOST_NEIGHBOURS = 30;

/**
 * A statement as the formatter would write it at a place of a document, in line with its neighbours; `offset` lies between
 * two statements, and `insertion` is the text that goes there, with the statement and what separates it. Lines end in LF.
 */
export function alignedStatement(
  { file }: MappingDocument,
  offset: number,
  { before, written, after }: { readonly before: string; readonly written: string; readonly after: string },
): string {
  const { source, statements } = file.tree;
  const at = statementIndexAt(file, offset);
  const from = statements[Math.max(0, at - MOST_NEIGHBOURS)]?.start ?? offset;
  const to = statements[at + MOST_NEIGHBOURS]?.start ?? source.text.length;
  const start = Math.min(from, offset);
  const head = source.text.slice(start, offset) + before;
  const near = parse("", head + written + after + source.text.slice(offset, Math.max(to, offset)));
  const index = statementIndexAt(near, head.length);
  const formatted = parse("", formatTree(near.tree)).tree;
  const statement = formatted.statements[index];
  if (statement === undefined || formatted.statements.length !== near.tree.statements.length) return written;
  const text = formatted.source.text
    .slice(wordStart(statement), statementEnd(statement))
    .replace(/\r\n?/g, "\n");
  // Another statement than the one that was to be written would be one too many.
  return parse("", text).tree.statements.length === 1 ? text : written;
}
