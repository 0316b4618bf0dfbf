import type { LocationLink } from "vscode-languageserver";
import { decidingRuleAt, definitionsAt, leadsToDecidingRule } from "../../features/definition.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { includeResolver } from "../session/include-resolver.js";

const NONE: readonly LocationLink[] = [];

export const definitionWiring: FeatureWiring = {
  capabilities: () => ({ definitionProvider: true }),
  listen(session) {
    const resolve = includeResolver(session);
    const takesLinks = session.client.capabilities.textDocument?.definition?.linkSupport === true;
    session.connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
      const links = await session.withDocument(uri, token, NONE, (document) => {
        const offset = document.positions.offsetAt(position);
        const written = definitionsAt(document, offset, resolve, session.placesOf(document));
        if (written.length > 0 || !leadsToDecidingRule(document, offset)) return written;
        return session.withAnalysed(uri, token, NONE, (analysed) =>
          decidingRuleAt(analysed, offset, session.placesOf(analysed)),
        );
      });
      if (links.length === 0) return null;
      if (takesLinks) return [...links];
      return links.map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      }));
    });
  },
};
