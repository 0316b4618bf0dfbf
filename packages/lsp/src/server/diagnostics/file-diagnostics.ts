import type { Diagnostic } from "vscode-languageserver";
import { type DiagnosticSupport, diagnosticsOf } from "../../features/diagnostics/diagnostics.js";
import { settingsFileDiagnostics } from "../../features/diagnostics/settings-file-diagnostics.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import type { Session } from "../session/session.js";

/** A mapping file's findings, as that client can show them. */
export function mappingDiagnostics(
  document: AnalysedDocument,
  session: Session,
  support: DiagnosticSupport,
): Diagnostic[] {
  return diagnosticsOf(document, session.placesOf(document), session.pageOf, support);
}

/** The problems of a project file or a baseline that an editor has open; none for any other. */
export function openSettingsFileDiagnostics(uri: string, { workspace }: Session): Diagnostic[] {
  const text = workspace.textOf(uri);
  return text === null ? [] : settingsFileDiagnostics(uri, text, workspace.unit);
}
