import { type FileModel, located, spanInFile } from "@responses/dsl";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/mapping-document.js";
import type { PositionMapper } from "../../workspace/position-mapper.js";
import { entryOf, type OutlineEntry } from "./outline-entry.js";
import { SYMBOL_KINDS } from "./symbol-kinds.js";

/** A document's table of contents: its statements, with the tests of longer rules and what examples say of captures. */
export function documentSymbols({ file, positions }: MappingDocument): DocumentSymbol[] {
  return file.tree.statements.map(({ start, syntax }) => symbolOf(entryOf(syntax), start, positions));
}

function symbolOf(entry: OutlineEntry, start: number, positions: PositionMapper): DocumentSymbol {
  const { name, detail, kind, span, wordSpan, children } = entry;
  return {
    name,
    ...(detail === "" ? {} : { detail }),
    kind: SYMBOL_KINDS[kind],
    range: positions.rangeOf(spanInFile(span, start)),
    selectionRange: positions.rangeOf(spanInFile(wordSpan, start)),
    ...(children.length === 0
      ? {}
      : { children: children.map((child) => symbolOf(child, start, positions)) }),
  };
}

/** The same for clients that know no hierarchy: the statements alone. */
export function flatDocumentSymbols({ file, positions, uri }: MappingDocument): SymbolInformation[] {
  const containerName = systemOf(file);
  return file.tree.statements.map(({ start, syntax }) => {
    const { name, kind, span } = entryOf(syntax);
    const range = positions.rangeOf(spanInFile(span, start));
    return {
      name,
      kind: SYMBOL_KINDS[kind],
      location: { uri, range },
      ...(containerName === null ? {} : { containerName }),
    };
  });
}

function systemOf(file: FileModel): string | null {
  return located(file, "system")[0]?.model.name ?? null;
}
