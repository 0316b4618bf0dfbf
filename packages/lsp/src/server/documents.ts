import { TextDocumentSyncKind } from "vscode-languageserver";
import type { FeatureWiring } from "./feature-wiring.js";

/** Keeps the workspace's texts equal to the editor's. */
export const documentsWiring: FeatureWiring = {
  capabilities: () => ({
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  }),
  listen({ connection, workspace, client }) {
    connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) =>
      workspace.open(uri, version, text),
    );
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) =>
      workspace.change(uri, version, contentChanges),
    );
    connection.onDidChangeWatchedFiles(({ changes }) =>
      workspace.filesChanged(changes.map(({ uri }) => uri)),
    );
    if (client.capabilities.workspace?.workspaceFolders === true) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = await connection.workspace.getWorkspaceFolders();
        workspace.setFolders((folders ?? []).map(({ uri }) => uri));
      });
    }
  },
};
