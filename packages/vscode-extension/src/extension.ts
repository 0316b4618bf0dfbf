import type { ExtensionContext } from "vscode";
import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type RunningExtension, startExtension } from "./start-extension.js";

let running: RunningExtension | null = null;

/** Where VS Code runs on a machine: the server is a process, run by the editor's own Node. */
export async function activate(context: ExtensionContext): Promise<void> {
  const module = Uri.joinPath(context.extensionUri, "server", "main.mjs").fsPath;
  running = await startExtension(
    context,
    async (options) =>
      new LanguageClient("responses", "Responses", { module, transport: TransportKind.stdio }, options),
  );
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
