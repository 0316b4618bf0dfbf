import type { FileModel, Span, Statement } from "@responses/dsl";
import { lastStatementAt, spanInFile } from "@responses/dsl/editor";

/* Where the statements of a file stand: offsets are those of its text, in UTF-16 units. */

/** The number of the statement whose text holds the offset; -1 before the first. At a border it is the later one. */
export function statementIndexAt({ tree }: FileModel, offset: number): number {
  return lastStatementAt(tree.statements, offset);
}

/** The statement whose text holds the offset; null before the first. At a border it is the later one. */
export function statementAt(file: FileModel, offset: number): Statement | null {
  return file.tree.statements[statementIndexAt(file, offset)] ?? null;
}

/** Whether the statement's text holds the offset. */
export function holdsOffset({ start, syntax }: Statement, offset: number): boolean {
  return start <= offset && offset < start + syntax.text.length;
}

/** The offset at which the statement's word begins: behind its documentation. */
export function wordStart({ start, syntax }: Statement): number {
  return start + syntax.wordSpan.from;
}

/** The offset behind the statement's last word. */
export function statementEnd({ start, syntax }: Statement): number {
  return start + syntax.span.to;
}

/** The statement in its file, from its word on. */
export function statementSpan({ start, syntax }: Statement): Span {
  return spanInFile(syntax.span, start);
}

/** The line on which the statement's word stands, counted from 0. */
export function lineOf(file: FileModel, statement: Statement): number {
  return file.tree.source.lineAt(wordStart(statement));
}

/** The line on which the statement ends, counted from 0. */
export function lastLineOf(file: FileModel, statement: Statement): number {
  return file.tree.source.lineAt(statementEnd(statement));
}
