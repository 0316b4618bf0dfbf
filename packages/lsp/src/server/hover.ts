import { MarkupKind } from "vscode-languageserver";
import type { TextFormat } from "../features/hover/preview-text.js";
import { hoverAt } from "../features/hover.js";
import type { ClientProfile } from "./client-profile.js";
import type { FeatureWiring } from "./feature-wiring.js";

export const hoverWiring: FeatureWiring = {
  capabilities: () => ({ hoverProvider: true }),
  listen(session) {
    const format = hoverFormat(session.client);
    session.connection.onHover(({ textDocument, position }, token) =>
      session.withAnalysed(textDocument.uri, token, null, (document) =>
        hoverAt(document, position, { format, examples: session.settings.hoverLines }),
      ),
    );
  },
};

/** The first format that the client names and the server knows; one that names none gets plain text. */
function hoverFormat({ capabilities }: ClientProfile): TextFormat {
  const formats = capabilities.textDocument?.hover?.contentFormat ?? [];
  const known = formats.find((format) => format === MarkupKind.Markdown || format === MarkupKind.PlainText);
  return known ?? "plaintext";
}
