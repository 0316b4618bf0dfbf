import { diagnosticsOf } from "../features/diagnostics.js";
import type { AnalysedDocument } from "../workspace/analysed-document.js";
import type { FeatureWiring } from "./feature-wiring.js";
import type { Session } from "./session.js";

/** Sends a document's findings to the client, for the version that they are about. */
function publishDiagnostics(document: AnalysedDocument, session: Session): void {
  const diagnostics = diagnosticsOf(document, session.placesOf(document), session.pageOf);
  const version = document.version ?? undefined;
  void session.connection.sendDiagnostics({
    uri: document.uri,
    diagnostics,
    ...(version === undefined ? {} : { version }),
  });
}

export const diagnosticsWiring: FeatureWiring = {
  capabilities: () => ({}),
  listen(session) {
    session.onAnalysed((document) => publishDiagnostics(document, session));
    session.connection.onDidCloseTextDocument(({ textDocument }) => {
      session.workspace.close(textDocument.uri);
      void session.connection.sendDiagnostics({ uri: textDocument.uri, diagnostics: [] });
    });
  },
};
