import { selectionRanges } from "../../features/selection/selection-ranges.js";
import type { FeatureWiring } from "../session/feature-wiring.js";

export const selectionRangesWiring: FeatureWiring = {
  capabilities: () => ({ selectionRangeProvider: true }),
  listen(session) {
    session.connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
      session.withDocument(uri, token, [], (document) => selectionRanges(document, positions)),
    );
  },
};
