// A peer: the language service that VS Code has for JSON, wired as plainly as can be. It validates a text anew after every
// edit, against a schema of the rules as data.

import { getLanguageService } from "vscode-json-languageservice";
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { RULES_SCHEMA } from "./rules-as-json.mjs";

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const service = getLanguageService({});
service.configure({ schemas: [{ uri: "rules.schema.json", fileMatch: ["*"], schema: RULES_SCHEMA }] });

/** @type {Map<string, TextDocument>} */
const documents = new Map();

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    hoverProvider: true,
    completionProvider: {},
  },
}));
connection.onDidOpenTextDocument(async ({ textDocument: { uri, languageId, version, text } }) => {
  const document = TextDocument.create(uri, languageId, version, text);
  documents.set(uri, document);
  await publish(document);
});
connection.onDidChangeTextDocument(async ({ textDocument: { uri, version }, contentChanges }) => {
  const document = documents.get(uri);
  if (document !== undefined) await publish(TextDocument.update(document, contentChanges, version));
});
connection.onHover(({ textDocument: { uri }, position }) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  return service.doHover(document, position, service.parseJSONDocument(document));
});
connection.onCompletion(({ textDocument: { uri }, position }) => {
  const document = documents.get(uri);
  if (document === undefined) return null;
  return service.doComplete(document, position, service.parseJSONDocument(document));
});
connection.listen();

/** @param {TextDocument} document */
async function publish(document) {
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
}
