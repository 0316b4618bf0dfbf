import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { documentSymbols, flatDocumentSymbols } from "../features/outline/document-symbols.js";
import type { FeatureWiring } from "./feature-wiring.js";
import { inSlices } from "./sliced.js";

export const documentSymbolsWiring: FeatureWiring = {
  capabilities: () => ({ documentSymbolProvider: true }),
  listen(session) {
    const wanted = session.client.capabilities.textDocument?.documentSymbol;
    const isNested = wanted?.hierarchicalDocumentSymbolSupport === true;
    session.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      session.withDocument<DocumentSymbol[] | SymbolInformation[]>(uri, token, [], (document) =>
        isNested
          ? inSlices(session, token, documentSymbols(document))
          : inSlices(session, token, flatDocumentSymbols(document)),
      ),
    );
  },
};
