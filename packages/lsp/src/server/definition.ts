import type { LocationLink } from "vscode-languageserver";
import { decidingRuleAt, definitionsAt } from "../features/definition.js";
import type { FeatureWiring } from "./feature-wiring.js";
import { includeResolver } from "./include-resolver.js";

export const definitionWiring: FeatureWiring = {
  capabilities: () => ({ definitionProvider: true }),
  listen(session) {
    const resolve = includeResolver(session);
    const takesLinks = session.client.capabilities.textDocument?.definition?.linkSupport === true;
    session.connection.onDefinition(async ({ textDocument: { uri }, position }, token) => {
      const none: readonly LocationLink[] = [];
      const written = await session.withDocument(uri, token, none, (document) =>
        definitionsAt(document, document.positions.offsetAt(position), resolve, session.placesOf(document)),
      );
      // What a mapping means takes longer to find out, and is not always needed.
      const links =
        written.length > 0
          ? written
          : await session.withAnalysed(uri, token, none, (document) =>
              decidingRuleAt(document, document.positions.offsetAt(position), session.placesOf(document)),
            );
      if (links.length === 0) return null;
      if (takesLinks) return [...links];
      return links.map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      }));
    });
  },
};
