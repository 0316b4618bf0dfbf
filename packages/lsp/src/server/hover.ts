import { hoverAt } from "../features/hover.js";
import type { FeatureWiring } from "./feature-wiring.js";

export const hoverWiring: FeatureWiring = {
  capabilities: () => ({ hoverProvider: true }),
  listen(session) {
    session.connection.onHover(({ textDocument, position }, token) =>
      session.withAnalysed(textDocument.uri, token, null, (document) => hoverAt(document, position)),
    );
  },
};
