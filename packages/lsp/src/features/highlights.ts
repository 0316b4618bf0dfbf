import { type DocumentHighlight, DocumentHighlightKind, type Position } from "vscode-languageserver";
import type { ResolveInclude } from "../workspace/documents/include-target.js";
import type { MappingDocument } from "../workspace/documents/mapping-document.js";
import { placesInFile, symbolAt } from "./symbols/symbol.js";

/** All places in the file of the label, capture, field or included file at a position; null where there is none. */
export function highlightsAt(
  { file, positions }: MappingDocument,
  position: Position,
  resolve: ResolveInclude,
): DocumentHighlight[] | null {
  const place = symbolAt(file, positions.offsetAt(position), resolve);
  if (place === null) return null;
  const { symbol } = place;
  const isName = symbol.kind === "label" || symbol.kind === "capture";
  return placesInFile(symbol, file, resolve).map(({ span, isDefinition }) => ({
    range: positions.rangeOf(span),
    kind: isName ? kindOf(isDefinition) : DocumentHighlightKind.Text,
  }));
}

/** Editors show where a name is given in another colour than where it is used. */
function kindOf(isDefinition: boolean): DocumentHighlightKind {
  return isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read;
}
