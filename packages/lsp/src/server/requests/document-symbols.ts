import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { documentSymbols, flatDocumentSymbols } from "../../features/outline/document-symbols.js";
import type { FeatureWiring } from "../session/feature-wiring.js";
import { inSlicesUnlessCancelled } from "../session/sliced.js";

export const documentSymbolsWiring: FeatureWiring = {
  capabilities: () => ({ documentSymbolProvider: true }),
  listen(session) {
    const wanted = session.client.capabilities.textDocument?.documentSymbol;
    const isNested = wanted?.hierarchicalDocumentSymbolSupport === true;
    session.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      session.withDocument<DocumentSymbol[] | SymbolInformation[]>(uri, token, [], (document) =>
        isNested
          ? inSlicesUnlessCancelled(session, token, documentSymbols(document))
          : inSlicesUnlessCancelled(session, token, flatDocumentSymbols(document)),
      ),
    );
  },
};
