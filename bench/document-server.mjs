import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * A server over standard input and output that keeps the texts of documents and can be asked for hovers and completions: what
 * the servers that are compared have in common. Whoever calls adds the answers and listens.
 *
 * @param {(document: TextDocument) => Promise<void>} changed is called with a document that was opened or edited
 */
export function documentServer(changed) {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  /** @type {Map<string, TextDocument>} */
  const documents = new Map();
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: {},
    },
  }));
  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
    const document = TextDocument.create(uri, languageId, version, text);
    documents.set(uri, document);
    return changed(document);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = documents.get(uri);
    if (document !== undefined) return changed(TextDocument.update(document, contentChanges, version));
  });
  return { connection, documents };
}
