import type { Location } from "vscode-languageserver";
import type { ResolveInclude } from "../workspace/documents/include-target.js";
import type { MappingDocument } from "../workspace/documents/mapping-document.js";
import type { SymbolPlace } from "./symbols/symbol.js";
import { placesOf } from "./symbols/symbol-places.js";

/**
 * All places of the symbol that stands at a place. `documents` are all that are connected with its file. Without
 * definitions only those where it is mentioned.
 */
export function referencesOf(
  place: SymbolPlace,
  documents: readonly MappingDocument[],
  resolve: ResolveInclude,
  withDefinitions: boolean,
): Location[] {
  const byFile = new Map(documents.map((document) => [document.file.path, document]));
  return placesOf(place.symbol, place.file, documents, resolve).flatMap(({ file, span, isDefinition }) => {
    const document = byFile.get(file.path);
    if (document === undefined || (isDefinition && !withDefinitions)) return [];
    return [{ uri: document.uri, range: document.positions.rangeOf(span) }];
  });
}
