import type { ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";

/** What of the extension runs. */
export interface RunningExtension {
  stop(): Promise<void>;
}

/** Starts the language client, and what is built on it. */
export async function startExtension(
  _context: ExtensionContext,
  createClient: (options: LanguageClientOptions) => Promise<BaseLanguageClient>,
): Promise<RunningExtension> {
  const client = await createClient({ documentSelector: [{ language: "responses" }] });
  await client.start();
  return { stop: () => client.stop() };
}
