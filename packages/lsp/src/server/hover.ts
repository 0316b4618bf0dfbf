import { hoverAt } from "../features/hover.js";
import type { FeatureWiring } from "./feature-wiring.js";
import { textFormat } from "./text-format.js";

export const hoverWiring: FeatureWiring = {
  capabilities: () => ({ hoverProvider: true }),
  listen(session) {
    const format = textFormat(session.client.capabilities.textDocument?.hover?.contentFormat);
    session.connection.onHover(({ textDocument, position }, token) =>
      session.withAnalysed(textDocument.uri, token, null, (document) =>
        hoverAt(document, position, { format, examples: session.settings.hoverLines }),
      ),
    );
  },
};
