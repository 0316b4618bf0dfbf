import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import { documentSymbols, flatDocumentSymbols } from "../features/outline/document-symbols.js";
import type { FeatureWiring } from "./feature-wiring.js";

export const documentSymbolsWiring: FeatureWiring = {
  capabilities: () => ({ documentSymbolProvider: true }),
  listen(session) {
    const wanted = session.client.capabilities.textDocument?.documentSymbol;
    const symbolsOf =
      wanted?.hierarchicalDocumentSymbolSupport === true ? documentSymbols : flatDocumentSymbols;
    session.connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      session.withDocument<DocumentSymbol[] | SymbolInformation[]>(uri, token, [], symbolsOf),
    );
  },
};
