import type { CustomRequests } from "@responses/lsp";
import type { CancellationToken } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

/** Sends one of the server's own requests. */
export function ask<Name extends keyof CustomRequests>(
  client: BaseLanguageClient,
  name: Name,
  params: CustomRequests[Name]["params"],
  token?: CancellationToken,
): Promise<CustomRequests[Name]["result"]> {
  return client.sendRequest(name, params, token);
}
