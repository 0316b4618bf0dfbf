import type { Diagnostic } from "vscode-languageserver";
import { type DiagnosticSupport, diagnosticsOf } from "../features/diagnostics.js";
import { projectFileDiagnostics } from "../features/project-file-diagnostics.js";
import type { AnalysedDocument } from "../workspace/analysed-document.js";
import type { Session } from "./session.js";

/** A mapping file's findings, as that client can show them. */
export function mappingDiagnostics(
  document: AnalysedDocument,
  session: Session,
  support: DiagnosticSupport,
): Diagnostic[] {
  return diagnosticsOf(document, session.placesOf(document), session.pageOf, support);
}

/** The problems of a project file that an editor has open; none for any other. */
export function openProjectFileDiagnostics(uri: string, { workspace }: Session): Diagnostic[] {
  const text = workspace.textOf(uri);
  return text === null ? [] : projectFileDiagnostics(text, workspace.unit);
}
