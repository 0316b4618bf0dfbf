import { DidChangeWorkspaceFoldersNotification, TextDocumentSyncKind } from "vscode-languageserver";
import type { FeatureWiring } from "../session/feature-wiring.js";

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
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => workspace.close(uri));
    connection.onDidChangeWatchedFiles(({ changes }) =>
      workspace.filesChanged(changes.map(({ uri }) => uri)),
    );
    // Announced as a capability, which not every client can also have registered later, as the library would do.
    const folders = new Set(client.folders);
    connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
      workspace.setFolders([...folders]);
    });
  },
};
