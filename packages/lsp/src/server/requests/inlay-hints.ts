import { inlayHintsIn } from "../../features/inlay-hints.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { refreshAfterAnalyses } from "../session/refresher.js";

export const inlayHintsWiring: FeatureWiring = {
  capabilities: () => ({ inlayHintProvider: { resolveProvider: false } }),
  listen(session) {
    session.connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      session.settings.inlayHints
        ? session.withAnalysed(textDocument.uri, token, null, (document) =>
            inlayHintsIn(document, range, {
              hinted: session.settings.hintedRules,
              places: session.placesOf(document),
              explainCommand: session.client.explainCommand,
            }),
          )
        : [],
    );
    refreshAfterAnalyses(session, "inlayHint");
  },
};
