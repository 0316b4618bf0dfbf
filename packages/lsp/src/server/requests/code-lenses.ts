import {
  type CancellationToken,
  type CodeLens,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import { codeLensesOf, RUN_EXAMPLES } from "../../features/code-lenses.js";
import { exampleSummary } from "../../features/examples/example-summary.js";
import { gapLensOf, gapsOf } from "../../features/gap-lens.js";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { appliesEdits } from "../client/edit-abilities.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { refreshAfterAnalyses } from "../session/refresher.js";
import type { Session } from "../session/session.js";
import { inSlicesWhileCurrent } from "../session/sliced.js";

/** Lenses, and their command for clients that have none of that name: it says in a message how the examples go. */
export const codeLensesWiring: FeatureWiring = {
  capabilities: ({ runsExamples }) => ({
    codeLensProvider: { resolveProvider: false },
    ...(runsExamples ? {} : { executeCommandProvider: { commands: [RUN_EXAMPLES] } }),
  }),
  listen(session) {
    session.connection.onCodeLens(({ textDocument }, token) =>
      session.settings.codeLens
        ? session.withAnalysed(textDocument.uri, token, null, async (document) => [
            ...codeLensesOf(document),
            ...(await gapLenses(session, document, token)),
          ])
        : [],
    );
    refreshAfterAnalyses(session, "codeLens");
    session.onCommand(RUN_EXAMPLES, ([uri, line]) =>
      showSummary(session, typeof uri === "string" ? uri : "", typeof line === "number" ? line : null),
    );
  },
};

/** Only for clients that can have the gaps recorded. */
async function gapLenses(
  session: Session,
  document: AnalysedDocument,
  token: CancellationToken,
): Promise<readonly CodeLens[]> {
  if (!appliesEdits(session.client)) return [];
  return gapLensOf(document, await inSlicesWhileCurrent(session, document, token, gapsOf(document)));
}

async function showSummary(
  { connection, workspace }: Session,
  uri: string,
  line: number | null,
): Promise<null> {
  const document = await workspace.analysed(uri);
  if (document === null) return null;
  const { text, isGood } = exampleSummary(document, line);
  const type = isGood ? MessageType.Info : MessageType.Warning;
  await connection.sendNotification(ShowMessageNotification.type, { type, message: text });
  return null;
}
