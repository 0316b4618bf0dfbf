import { highlightsAt } from "../../features/highlights.js";
import { isInRule, matchesOfRuleAt } from "../../features/rule-examples.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { includeResolver } from "../session/include-resolver.js";

export const highlightsWiring: FeatureWiring = {
  capabilities: () => ({ documentHighlightProvider: true }),
  listen(session) {
    const resolve = includeResolver(session);
    session.connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
      session.withDocument(uri, token, null, (document) => {
        const named = highlightsAt(document, position, resolve);
        if (!isInRule(document, document.positions.offsetAt(position))) return named;
        return session.withAnalysed(uri, token, named, (analysed) => {
          const matches = matchesOfRuleAt(analysed, analysed.positions.offsetAt(position));
          return matches.length === 0 ? named : [...(named ?? []), ...matches];
        });
      }),
    );
  },
};
