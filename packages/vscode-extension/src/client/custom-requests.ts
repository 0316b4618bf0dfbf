import type { CustomRequests } from "@responses/lsp";
import type { CancellationToken } from "vscode";
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from "vscode-languageclient";

/** Whoever types faster than this many answers come is asked to wait. */
const MOST_ATTEMPTS = 10;

/** Sends one of the server's own requests, and again where the text has changed before the answer was there. */
export async function ask<Name extends keyof CustomRequests>(
  client: BaseLanguageClient,
  name: Name,
  params: CustomRequests[Name]["params"],
  token?: CancellationToken,
): Promise<CustomRequests[Name]["result"]> {
  for (let attempt = 1; ; attempt++) {
    try {
      // A token that is not there would be sent as another parameter.
      return await (token === undefined
        ? client.sendRequest(name, params)
        : client.sendRequest(name, params, token));
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !hasChanged(error)) throw error;
    }
  }
}

function hasChanged(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}
