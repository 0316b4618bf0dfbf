import {
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type FullDocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import type { DiagnosticSupport } from "../../features/diagnostics/diagnostics.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { isSettingsFile, normalisedUri } from "../../workspace/files/file-names.js";
import { isOutdated } from "../session/dropped-requests.js";
import { refresher } from "../session/refresher.js";
import type { Session } from "../session/session.js";
import { mappingDiagnostics, openSettingsFileDiagnostics } from "./file-diagnostics.js";
import type { DiagnosticReport, ReportedDiagnostics } from "./reported-diagnostics.js";

/** Answers `textDocument/diagnostic`, and has the client ask again where it has something else than what is known now. */
export function answerPulls(
  session: Session,
  support: DiagnosticSupport,
  reported: ReportedDiagnostics,
): void {
  const { connection, workspace } = session;
  const reportOf = (document: AnalysedDocument) =>
    reported.report(normalisedUri(document.uri), document.version, document, () =>
      mappingDiagnostics(document, session, support),
    );
  connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }, token) => {
    const key = normalisedUri(uri);
    if (isSettingsFile(key)) {
      const diagnostics = openSettingsFileDiagnostics(key, session);
      return answerWith(
        reported.report(key, workspace.versionOf(uri), {}, () => diagnostics),
        previousResultId,
      );
    }
    if (workspace.versionOf(uri) === null && !(await workspace.contains(uri))) return fullReport([]);
    try {
      const report = await session.withAnalysed(uri, token, null, reportOf);
      return report === null ? fullReport([]) : answerWith(report, previousResultId);
    } catch (error) {
      throw isOutdated(error) ? askAgain() : error;
    }
  });
  session.onChanged((key) => {
    const isClosed = workspace.versionOf(key) === null;
    // What was open would be kept for as long as the server lives.
    if (isClosed && typeof reported.last(key)?.version === "number") reported.forget(key);
  });
  const refresh = refresher(session, "diagnostics");
  session.onAnalysed((document) => {
    const last = reported.last(normalisedUri(document.uri));
    // For another version the client asks by itself.
    if (last === null || last.version !== document.version) return;
    if (reportOf(document).resultId !== last.resultId) refresh();
  });
}

function answerWith(
  { resultId, diagnostics }: DiagnosticReport,
  previous: string | undefined,
): DocumentDiagnosticReport {
  if (previous === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { ...fullReport(diagnostics), resultId };
}

function fullReport(items: Diagnostic[]): FullDocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items };
}

/** The protocol's error for a pull that was overtaken by an edit; with any other, clients would show no findings at all. */
function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "the text has changed", { retriggerRequest: true });
}
