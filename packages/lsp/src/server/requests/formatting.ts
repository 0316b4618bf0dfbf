import { formatDocument, formatOnLineEnd, formatRanges } from "../../features/formatting/formatting.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

export const formattingWiring: FeatureWiring = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: { rangesSupport: true },
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  }),
  listen(session) {
    const { connection } = session;
    connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
      session.withDocument(uri, token, [], formatDocument),
    );
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
      session.withDocument(uri, token, [], (document) => formatRanges(document, [range])),
    );
    connection.onDocumentRangesFormatting(({ textDocument: { uri }, ranges }, token) =>
      session.withDocument(uri, token, [], (document) => formatRanges(document, ranges)),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position, ch }, token) =>
      session.withDocument(uri, token, [], (document) =>
        ch === "\n" ? formatOnLineEnd(document, position) : [],
      ),
    );
  },
};
