import { highlightsAt } from "../../features/highlights.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { includeResolver } from "../session/include-resolver.js";

export const highlightsWiring: FeatureWiring = {
  capabilities: () => ({ documentHighlightProvider: true }),
  listen(session) {
    const resolve = includeResolver(session);
    session.connection.onDocumentHighlight(({ textDocument, position }, token) =>
      session.withDocument(textDocument.uri, token, null, (document) =>
        highlightsAt(document, position, resolve),
      ),
    );
  },
};
