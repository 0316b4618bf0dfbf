// A peer: the language service that VS Code has for JSON, wired as plainly as can be. It validates a text anew after every
// edit, against a schema of the rules as data.

import { getLanguageService } from "vscode-json-languageservice";
import { documentServer } from "./document-server.mjs";
import { RULES_SCHEMA } from "./rules-as-json.mjs";

const service = getLanguageService({});
service.configure({ schemas: [{ uri: "rules.schema.json", fileMatch: ["*"], schema: RULES_SCHEMA }] });

const { connection, documents } = documentServer(async (document) => {
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
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
