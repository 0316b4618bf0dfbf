import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type WorkDoneProgressParams,
} from "vscode-languageserver";
import type { ReadingStep } from "../workspace/workspace.js";
import type { Session } from "./session.js";

/** Reading that takes no longer than this needs no bar. */
const MILLISECONDS_WITHOUT = 500;

/** What tells a client how far something is: its own token's reporter, or one that the server makes. */
interface Reporter {
  begin(title: string, percentage?: number, message?: string, cancellable?: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
}

/** The reporter for the token that came with a request; null where none did. */
export function ownReporter(params: WorkDoneProgressParams, reporter: Reporter): Reporter | null {
  return params.workDoneToken === undefined ? null : reporter;
}

/**
 * Does work that reads many files: a client that can show it sees how far it is as soon as that takes long, and a request
 * that is cancelled ends with the next file. `own` reports to the token that came with the request, if one did.
 */
export async function withReadingProgress<Result>(
  session: Session,
  token: CancellationToken,
  own: Reporter | null,
  work: (onStep: ReadingStep) => Promise<Result>,
): Promise<Result> {
  const begun = performance.now();
  let reporter: Promise<Reporter | null> | null = null;
  const onStep: ReadingStep = (done, all) => {
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
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
async function beginReport(session: Session, own: Reporter | null): Promise<Reporter | null> {
  try {
    const reporter = own ?? (await createdReporter(session));
    reporter?.begin("Reading mapping files", 0);
    return reporter;
  } catch {
    return null;
  }
}

async function createdReporter({ client, connection }: Session): Promise<Reporter | null> {
  return client.capabilities.window?.workDoneProgress === true
    ? connection.window.createWorkDoneProgress()
    : null;
}

async function endReport(reporter: Promise<Reporter | null>): Promise<void> {
  (await reporter)?.done();
}
