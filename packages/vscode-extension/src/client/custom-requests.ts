import type { CustomRequests } from "@responses/lsp";
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from "vscode-languageclient";

/** Whoever types faster than this many answers come is asked to wait. */
const MOST_ATTEMPTS = 10;

/** Sends one of the server's own requests, and again where the text has changed before the answer was there. */
export async function ask<Name extends keyof CustomRequests>(
  client: BaseLanguageClient,
  name: Name,
  params: CustomRequests[Name]["params"],
): Promise<CustomRequests[Name]["result"]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.sendRequest(name, params);
    } catch (error) {
      if (attempt === MOST_ATTEMPTS || !hasChanged(error)) throw error;
    }
  }
}

function hasChanged(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}
