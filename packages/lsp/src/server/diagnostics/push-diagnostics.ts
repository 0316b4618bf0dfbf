import type { Diagnostic } from "vscode-languageserver";
import type { DiagnosticSupport } from "../../features/diagnostics/diagnostics.js";
import { isSettingsFile, normalisedUri } from "../../workspace/files/file-names.js";
import type { Session } from "../session/session.js";
import { mappingDiagnostics, openSettingsFileDiagnostics } from "./file-diagnostics.js";

/** Sends the diagnostics of every open file after each of its changes, for the version that they are about. */
export function pushDiagnostics(session: Session, support: DiagnosticSupport): void {
  const { workspace } = session;
  /** The files that have diagnostics in the client, by normalised URI, and how the client spells them. */
  const sent = new Map<string, string>();
  const send = (uri: string, version: number | null, diagnostics: Diagnostic[]) => {
    sent.set(normalisedUri(uri), uri);
    const about = version === null ? {} : { version };
    void session.connection.sendDiagnostics({ uri, diagnostics, ...about });
  };
  session.onAnalysed((document) =>
    send(document.uri, document.version, mappingDiagnostics(document, session, support)),
  );
  session.onChanged((key) => {
    const version = workspace.versionOf(key);
    const known = sent.get(key);
    if (version !== null && isSettingsFile(key)) {
      send(workspace.uriOf(workspace.nameOf(key)), version, openSettingsFileDiagnostics(key, session));
    }
    if (version === null && known !== undefined) {
      sent.delete(key);
      void session.connection.sendDiagnostics({ uri: known, diagnostics: [] });
    }
  });
}
