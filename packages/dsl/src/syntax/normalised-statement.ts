import { memoized } from "../incremental/memoized.js";
import { format } from "./format.js";
import { lastStatementAt } from "./statement-at.js";
import type { StatementSyntax, Tree } from "./tree.js";

/**
 * The statement that holds an offset, the way the formatter writes it by itself: without comments above it, and the same wherever
 * it stands and however it is laid out. Empty before the first statement.
 */
export function normalisedStatement({ statements }: Tree, offset: number): string {
  const statement = statements[lastStatementAt(statements, offset)];
  return statement === undefined ? "" : writtenByItself(statement.syntax);
}

/** Of a long statement there may be as many findings as it has tests. */
const writtenByItself = memoized(({ text, span }: StatementSyntax): string =>
  format(text.slice(span.from, span.to)).trimEnd(),
);
