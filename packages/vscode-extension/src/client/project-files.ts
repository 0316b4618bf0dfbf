import {
  type BaseLanguageClient,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from "vscode-languageclient";
import { schemesOfFiles } from "./mapping-places.js";

/**
 * Tells the server of open project files, too, so that severities change while they are typed. Everything else comes from
 * the editor itself, for which they are JSON with our schema: the server's findings would only say the same again.
 */
export function synchroniseProjectFiles(client: BaseLanguageClient): void {
  const pattern = "**/responses.config.json";
  const documentSelector = [...schemesOfFiles()].map((scheme) => ({ scheme, pattern }));
  client
    .getFeature(DidOpenTextDocumentNotification.method)
    .register({ id: "responses.project.open", registerOptions: { documentSelector } });
  client.getFeature(DidChangeTextDocumentNotification.method).register({
    id: "responses.project.change",
    registerOptions: { documentSelector, syncKind: TextDocumentSyncKind.Incremental },
  });
  client
    .getFeature(DidCloseTextDocumentNotification.method)
    .register({ id: "responses.project.close", registerOptions: { documentSelector } });
}
