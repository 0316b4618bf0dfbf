import type { Statement } from "@responses/dsl";
import type { Range } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { lastLineOf, statementIndexAt } from "../../workspace/documents/statement-places.js";

/**
 * The examples of which a line is in a range, comment lines above them counted in, in the file's order. A selection that ends where a line
 * begins has nothing of that line.
 */
export function examplesIn(
  { file, positions }: MappingDocument,
  { start, end }: Range,
): readonly Statement[] {
  const last = end.line > start.line && end.character === 0 ? end.line - 1 : end.line;
  const { source, statements } = file.tree;
  const first = statementIndexAt(file, positions.offsetAt({ line: start.line, character: 0 }));
  const found: Statement[] = [];
  for (const statement of statements.slice(Math.max(0, first))) {
    // Its comment is where it begins.
    if (source.lineAt(statement.start) > last) break;
    if (statement.syntax.word === "example" && lastLineOf(file, statement) >= start.line)
      found.push(statement);
  }
  return found;
}
