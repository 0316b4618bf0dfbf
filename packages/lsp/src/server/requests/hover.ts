import { hoverAt } from "../../features/hover/hover.js";
import { textFormat } from "../client/text-format.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

export const hoverWiring: FeatureWiring = {
  capabilities: () => ({ hoverProvider: true }),
  listen(session) {
    const format = textFormat(session.client.capabilities.textDocument?.hover?.contentFormat);
    session.connection.onHover(({ textDocument, position }, token) =>
      session.withAnalysed(textDocument.uri, token, null, (document) =>
        hoverAt(document, position, {
          format,
          examples: session.settings.hoverLines,
          places: session.placesOf(document),
          explainCommand: session.client.explainCommand,
          findingsBeside: session.client.findingsBeside,
        }),
      ),
    );
  },
};
