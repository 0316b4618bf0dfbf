import type { Statement } from "@responses/dsl";
import type { Command } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementSpan } from "../../workspace/documents/statement-places.js";

const TITLE = "Explain this verdict";

/** The call of a client's command that explains the example which a statement is. */
export function explainCall(
  name: string,
  { uri, positions }: MappingDocument,
  statement: Statement,
): Command {
  return { title: TITLE, command: name, arguments: [uri, positions.rangeOf(statementSpan(statement))] };
}

/** The same as a link of markdown, for clients that follow such links. Nothing in it ends it. */
export function explainLink(name: string, document: MappingDocument, statement: Statement): string {
  const { title, command, arguments: given } = explainCall(name, document, statement);
  const query = encodeURIComponent(JSON.stringify(given)).replace(/[()]/g, (mark) =>
    mark === "(" ? "%28" : "%29",
  );
  return `[${title}](command:${encodeURIComponent(command)}?${query})`;
}
