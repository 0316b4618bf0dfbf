import { foldingRanges } from "../../features/folding/folding-ranges.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

export const foldingWiring: FeatureWiring = {
  capabilities: () => ({ foldingRangeProvider: true }),
  listen(session) {
    const wanted = session.client.capabilities.textDocument?.foldingRange;
    const wishes = {
      limit: wanted?.rangeLimit ?? null,
      summaries: wanted?.foldingRange?.collapsedText === true,
    };
    session.connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
      session.withDocument(uri, token, [], (document) => foldingRanges(document, wishes)),
    );
  },
};
