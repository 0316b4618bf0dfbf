import { workspaceSymbols } from "../../features/outline/workspace-symbols.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { withReadingProgress } from "../session/reading-progress.js";
import { inSlicesUnlessCancelled } from "../session/sliced.js";

export const workspaceSymbolsWiring: FeatureWiring = {
  capabilities: () => ({ workspaceSymbolProvider: { workDoneProgress: true } }),
  listen(session) {
    session.connection.onWorkspaceSymbol((params, token, workDone) =>
      session.guarded(token, async () => {
        const documents = await withReadingProgress(session, token, workDone, (onStep) =>
          session.workspace.allDocuments(onStep),
        );
        return inSlicesUnlessCancelled(session, token, workspaceSymbols(params.query, documents));
      }),
    );
  },
};
