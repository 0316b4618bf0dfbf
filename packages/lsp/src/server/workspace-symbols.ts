import { workspaceSymbols } from "../features/outline/workspace-symbols.js";
import type { FeatureWiring } from "./feature-wiring.js";
import { withReadingProgress } from "./reading-progress.js";
import { inSlicesUnlessCancelled } from "./sliced.js";

export const workspaceSymbolsWiring: FeatureWiring = {
  capabilities: () => ({ workspaceSymbolProvider: { workDoneProgress: true } }),
  listen(session) {
    session.connection.onWorkspaceSymbol((params, token, workDone) =>
      session.withNothing(token, async () => {
        const documents = await withReadingProgress(session, token, workDone, (onStep) =>
          session.workspace.allDocuments(onStep),
        );
        return inSlicesUnlessCancelled(session, token, workspaceSymbols(params.query, documents));
      }),
    );
  },
};
