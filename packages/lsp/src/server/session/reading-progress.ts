import { type CancellationToken, WorkDoneProgressReporter } from "vscode-languageserver";
import type { ReadingStep } from "../../workspace/graph/known-documents.js";
import { dropIfCancelled } from "./dropped-requests.js";
import type { Session } from "./session.js";

/** Reading that takes no longer than this needs no bar. */
const MILLISECONDS_WITHOUT = 500;

/**
 * Does work that reads many files: a client that can show it sees how far it is as soon as that takes long, and a request
 * that is cancelled ends with the next file. `own` is the reporter that came with the request; where the client gave no
 * token it reports to nobody.
 */
export async function withReadingProgress<Result>(
  session: Session,
  token: CancellationToken,
  own: WorkDoneProgressReporter | null,
  work: (onStep: ReadingStep) => Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  let reporter: Promise<WorkDoneProgressReporter | null> | null = null;
  const onStep: ReadingStep = (done, all) => {
    dropIfCancelled(token);
    if (performance.now() - begun < MILLISECONDS_WITHOUT) return;
    reporter ??= beginReport(session, own);
    void reporter.then((shown) => shown?.report(Math.floor((100 * done) / all), `${done} of ${all} files`));
  };
  try {
    return await work(onStep);
  } finally {
    if (reporter !== null) void endReport(reporter);
  }
}

/** A client that refuses to show anything is not asked again for this piece of work. */
async function beginReport(
  session: Session,
  own: WorkDoneProgressReporter | null,
): Promise<WorkDoneProgressReporter | null> {
  try {
    const reporter = isForNobody(own) ? await createdReporter(session) : own;
    reporter?.begin("Reading mapping files", 0);
    return reporter;
  } catch {
    return null;
  }
}

function isForNobody(reporter: WorkDoneProgressReporter | null): boolean {
  return reporter === null || WorkDoneProgressReporter.isNullInstance(reporter);
}

async function createdReporter({ client, connection }: Session): Promise<WorkDoneProgressReporter | null> {
  return client.capabilities.window?.workDoneProgress === true
    ? connection.window.createWorkDoneProgress()
    : null;
}

async function endReport(reporter: Promise<WorkDoneProgressReporter | null>): Promise<void> {
  (await reporter)?.done();
}
