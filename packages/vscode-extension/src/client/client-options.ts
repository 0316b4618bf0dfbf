import type { LogOutputChannel } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { CHECK_PAGE } from "../checks/check-pages.js";
import type { FailureMarks } from "../examples/failure-marks.js";
import { EXPLAIN_VERDICT } from "../manifest-names.js";
import type { WalkthroughProgress } from "../walkthrough-progress.js";
import { mappingSelector } from "./mapping-places.js";
import { highlightsOr } from "./word-highlight.js";

/** What the language client is started with. */
export function clientOptions(
  output: LogOutputChannel,
  progress: WalkthroughProgress,
  marks: FailureMarks,
): LanguageClientOptions {
  return {
    // What is not on disk is read by the client for the server.
    documentSelector: mappingSelector(),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      readsFiles: true,
      runsExamples: true,
      findingsBeside: true,
      checksPage: CHECK_PAGE,
      suggestCommand: "editor.action.triggerSuggest",
      explainCommand: EXPLAIN_VERDICT,
    },
    // What previews quote of a file is escaped; of ours, a link to this command alone is followed.
    markdown: { isTrusted: { enabledCommands: [EXPLAIN_VERDICT] } },
    middleware: {
      async provideHover(document, position, token, next) {
        const hover = await next(document, position, token);
        if (hover) progress.previewShown();
        return hover;
      },
      async provideInlayHints(document, range, token, next) {
        const hints = await next(document, range, token);
        return hints ? marks.uncovered(document.uri, hints) : hints;
      },
      async provideDocumentHighlights(document, position, token, next) {
        return highlightsOr(await next(document, position, token), document, position);
      },
    },
  };
}
