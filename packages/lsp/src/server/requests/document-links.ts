import { documentLinks } from "../../features/document-links.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { uriOfInclude } from "../session/include-resolver.js";

export const documentLinksWiring: FeatureWiring = {
  capabilities: () => ({ documentLinkProvider: {} }),
  listen(session) {
    const takesTooltips = session.client.capabilities.textDocument?.documentLink?.tooltipSupport === true;
    session.connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
      session.withDocument(uri, token, [], (document) =>
        documentLinks(document, uriOfInclude(session), session.pageOf).map(({ tooltip, ...link }) =>
          takesTooltips && tooltip !== undefined ? { ...link, tooltip } : link,
        ),
      ),
    );
  },
};
