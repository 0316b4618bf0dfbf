import {
  type CancellationToken,
  type DiagnosticServerCancellationData,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import type { DiagnosticSupport } from "../../features/diagnostics/diagnostics.js";
import { normalisedUri } from "../../workspace/files/file-names.js";
import { cancelled } from "../session/dropped-requests.js";
import type { Session } from "../session/session.js";
import { mappingDiagnostics } from "./file-diagnostics.js";
import type { ReportedDiagnostics } from "./reported-diagnostics.js";

/**
 * Answers `workspace/diagnostic`: the findings in all mapping files that are not open, since for those that are the client
 * asks one by one. A client that knows everything already gets its answer as soon as something changes; it would ask every
 * other second otherwise.
 */
export function answerWorkspacePulls(
  session: Session,
  support: DiagnosticSupport,
  reported: ReportedDiagnostics,
): void {
  const changes = new ChangeSignal(session);
  session.connection.languages.diagnostics.onWorkspace(
    ({ previousResultIds }, token, _progress, partialResult) =>
      session.guarded(token, async () => {
        const known = new Map(previousResultIds.map(({ uri, value }) => [normalisedUri(uri), value]));
        for (;;) {
          const seen = changes.count;
          const items: WorkspaceDocumentDiagnosticReport[] = [];
          let isNew = known.size === 0;
          for await (const report of changedReports(session, support, reported, known, token)) {
            isNew = true;
            if (partialResult === undefined) items.push(report);
            else partialResult.report({ items: [report] });
          }
          if (isNew) return { items };
          await changes.after(seen, token);
        }
      }),
  );
}

/** The reports of all files whose result is another than the known one, and of known files that are there no more. */
async function* changedReports(
  session: Session,
  support: DiagnosticSupport,
  reported: ReportedDiagnostics,
  known: ReadonlyMap<string, string>,
  token: CancellationToken,
): AsyncGenerator<WorkspaceDocumentDiagnosticReport> {
  const { workspace } = session;
  const gone = new Set(known.keys());
  for (const uri of workspace.openUris) gone.delete(uri);
  for (const { uri, version } of await workspace.allDocuments()) {
    const key = normalisedUri(uri);
    gone.delete(key);
    if (version !== null || token.isCancellationRequested) continue;
    const document = await workspace.analysed(uri);
    if (document === null || document.version !== null) continue;
    const { resultId, diagnostics } = reported.report(key, null, document, () =>
      mappingDiagnostics(document, session, support),
    );
    if (resultId === known.get(key)) continue;
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: diagnostics };
  }
  for (const uri of gone) {
    reported.forget(uri);
    yield { kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] };
  }
}

/** The protocol's error for a pull that the server ends by itself, and that nobody shall send again. */
function ended(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, "the server was shut down", {
    retriggerRequest: false,
  });
}

interface Waiting {
  readonly goOn: () => void;
  readonly giveUp: (error: unknown) => void;
}

/** Tells when anything has changed that findings depend on. */
class ChangeSignal {
  count = 0;
  #isEnded = false;
  readonly #waiting = new Set<Waiting>();

  constructor(session: Session) {
    session.onChanged(() => {
      this.count++;
      for (const { goOn } of this.#waiting) goOn();
      this.#waiting.clear();
    });
    session.onEnd(() => {
      this.#isEnded = true;
      for (const { giveUp } of this.#waiting) giveUp(ended());
      this.#waiting.clear();
    });
  }

  /** Waits until there have been more changes than `seen`; ends with the protocol's error when the request is cancelled, or the server. */
  async after(seen: number, token: CancellationToken): Promise<void> {
    if (this.#isEnded) throw ended();
    if (this.count > seen) return;
    let stop = () => {};
    await new Promise<void>((resolve, reject) => {
      const waiting = { goOn: resolve, giveUp: reject };
      this.#waiting.add(waiting);
      const listener = token.onCancellationRequested(() => reject(cancelled()));
      stop = () => {
        this.#waiting.delete(waiting);
        listener.dispose();
      };
    }).finally(stop);
  }
}
