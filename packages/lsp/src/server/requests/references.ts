import type { Location } from "vscode-languageserver";
import { referencesOf } from "../../features/references.js";
import { examplesOfRuleAt, isInRule } from "../../features/rule-examples.js";
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
        const offset = document.positions.offsetAt(params.position);
        const place = symbolAt(document.file, offset, resolve);
        const { includeDeclaration } = params.context;
        if (place === null) {
          if (!isInRule(document, offset)) return null;
          return session.withAnalysed<Location[] | null>(uri, token, null, (analysed) =>
            examplesOfRuleAt(analysed, offset, includeDeclaration),
          );
        }
        const documents = await withReadingProgress(session, token, workDone, (onStep) =>
          session.workspace.connectedDocuments(uri, onStep),
        );
        return referencesOf(place, documents, resolve, includeDeclaration);
      });
    });
  },
};
