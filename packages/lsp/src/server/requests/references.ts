import type { Location } from "vscode-languageserver";
import { referencesOf } from "../../features/references.js";
import { symbolAt } from "../../features/symbols/symbol.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { includeResolver } from "../session/include-resolver.js";
import { withReadingProgress } from "../session/reading-progress.js";

export const referencesWiring: FeatureWiring = {
  capabilities: () => ({ referencesProvider: { workDoneProgress: true } }),
  listen(session) {
    const resolve = includeResolver(session);
    session.connection.onReferences((params, token, workDone) => {
      const { uri } = params.textDocument;
      return session.withDocument<Location[] | null>(uri, token, null, async (document) => {
        const place = symbolAt(document.file, document.positions.offsetAt(params.position), resolve);
        if (place === null) return null;
        const documents = await withReadingProgress(session, token, workDone, (onStep) =>
          session.workspace.connectedDocuments(uri, onStep),
        );
        return referencesOf(place, documents, resolve, params.context.includeDeclaration);
      });
    });
  },
};
