import { type ExtensionContext, Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startExtension } from "./start-extension.js";
import { provideTasks } from "./tasks/provide-tasks.js";

let client: BaseLanguageClient | null = null;

/** Where VS Code runs on a machine: the server is a process, run by the editor's own Node. */
export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(provideTasks());
  const module = Uri.joinPath(context.extensionUri, "server/main.mjs").fsPath;
  client = await startExtension(
    context,
    (options) =>
      new LanguageClient("responses", "Responses", { module, transport: TransportKind.stdio }, options),
  );
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
