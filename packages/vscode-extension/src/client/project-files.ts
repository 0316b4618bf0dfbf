import {
  type BaseLanguageClient,
  type DiagnosticRegistrationOptions,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  TextDocumentSyncKind,
} from "vscode-languageclient";

/**
 * Tells the server of open project files, too, so that severities change while they are typed. They are JSON to the
 * editor and have its formatter, completion and so on; from the server they get nothing but diagnostics.
 */
export function synchroniseProjectFiles(client: BaseLanguageClient): void {
  const documentSelector = [{ pattern: "**/responses.config.json" }];
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
  const diagnostics: DiagnosticRegistrationOptions = {
    documentSelector,
    identifier: "responses-project-file",
    interFileDependencies: false,
    workspaceDiagnostics: false,
  };
  client
    .getFeature(DocumentDiagnosticRequest.method)
    .register({ id: "responses.project.diagnostics", registerOptions: diagnostics });
}
