import { type ExtensionContext, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from "vscode-languageclient/browser";
import { startExtension } from "./start-extension.js";

/** The browser's own, of which Node's types know only what it sends and receives. */
declare const Worker: new (address: string) => Worker;

let client: BaseLanguageClient | null = null;

/** Where VS Code runs in a browser: the server is a worker. */
export async function activate(context: ExtensionContext): Promise<void> {
  client = await startExtension(
    context,
    (options) => new LanguageClient("responses", "Responses", () => startWorker(context), options),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}

/**
 * Starts the server. A worker cannot be started from the address of an extension that lies elsewhere, but from its bytes.
 * The client would know a worker by its class, which is another one where extensions themselves run in a worker.
 */
async function startWorker({ extensionUri }: ExtensionContext): Promise<MessageTransports> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, "server/worker.js"));
  const address = URL.createObjectURL(new Blob([bytes], { type: "text/javascript" }));
  const worker = new Worker(address);
  return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
}
