import type { LogOutputChannel } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { SHOW_CHECK } from "../manifest-names.js";
import type { WalkthroughProgress } from "../walkthrough-progress.js";

/** What the language client is started with. */
export function clientOptions(
  output: LogOutputChannel,
  progress: WalkthroughProgress,
): LanguageClientOptions {
  return {
    // Of any scheme: what is not on disk is read by the client for the server.
    documentSelector: [{ language: "responses" }],
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      readsFiles: true,
      runsExamples: true,
      checksPage: `command:${SHOW_CHECK}?%22{name}%22`,
    },
    middleware: {
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        if (hover) progress.previewShown();
        return hover;
      },
    },
  };
}
