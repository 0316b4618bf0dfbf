import { formatTree } from "./format.js";
import { parse } from "./parse.js";
import { lastStatementAt } from "./statement-at.js";
import type { Tree } from "./tree.js";

/** Statements looked at on either side at most: columns are shared by neighbours. */
const MOST_NEIGHBOURS = 30;

/**
 * A statement, or several, as the formatter would write it at a place of a file, in line with its neighbours; `offset` lies between
 * two statements, and `insertion` is the text that goes there, with the statement and what separates it. Lines end in LF.
 */
export function alignedStatement(
  { source, statements }: Tree,
  offset: number,
  { before, written, after }: { readonly before: string; readonly written: string; readonly after: string },
): string {
  const at = lastStatementAt(statements, offset);
  const from = statements[Math.max(0, at - MOST_NEIGHBOURS)]?.start ?? offset;
  const to = statements[at + MOST_NEIGHBOURS]?.start ?? source.text.length;
  const start = Math.min(from, offset);
  const head = source.text.slice(start, offset) + before;
  const near = parse(head + written + after + source.text.slice(offset, Math.max(to, offset)));
  const index = lastStatementAt(near.statements, head.length);
  const formatted = parse(formatTree(near));
  const { length } = parse(written).statements;
  const statement = formatted.statements[index];
  const last = formatted.statements[index + length - 1];
  if (statement === undefined || last === undefined || formatted.statements.length !== near.statements.length)
    return written;
  const text = formatted.source.text
    .slice(statement.start + statement.syntax.wordSpan.from, last.start + last.syntax.span.to)
    .replace(/\r\n?/g, "\n");
  // Another statement than what was to be written would be one too many.
  return parse(text).statements.length === length ? text : written;
}
