// The least that a language server can do: it keeps the text and answers at once with what it has in hand. What a server
// takes beyond this is its own.

import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

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
  documents.set(uri, TextDocument.create(uri, languageId, version, text));
  connection.sendDiagnostics({ uri, version, diagnostics: [] });
});
connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  const document = documents.get(uri);
  if (document !== undefined) TextDocument.update(document, contentChanges, version);
  connection.sendDiagnostics({ uri, version, diagnostics: [] });
});
connection.onHover(() => ({ contents: { kind: "markdown", value: "echo" } }));
connection.onCompletion(() => [{ label: "echo" }]);
connection.listen();
