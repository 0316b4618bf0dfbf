import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";

/** The protocol's error for a request that the client has taken back. */
export function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "the request was cancelled");
}

/** Throws it where that is so. */
export function dropIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw cancelled();
}

/** The value, or an error as soon as the request is cancelled; the work itself goes on for whoever asks next. */
export async function unlessCancelled<Value>(
  value: Promise<Value>,
  token: CancellationToken,
): Promise<Value> {
  dropIfCancelled(token);
  return new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() => reject(cancelled()));
    value.then(resolve, reject).finally(() => listener.dispose());
  });
}

/** The protocol's error for a request about a text that is another by now. */
export function outdated(): ResponseError {
  return new ResponseError(LSPErrorCodes.ContentModified, "the text has changed");
}

export function isOutdated(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}
