import type { FileModel, Statement } from "@responses/dsl";
import { inSteps, located, spanInFile } from "@responses/dsl/editor";
import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import type { PositionMapper } from "../../workspace/documents/position-mapper.js";
import { entryOf, type OutlineEntry } from "./outline-entry.js";
import { SYMBOL_KINDS } from "./symbol-kinds.js";

/**
 * A document's table of contents, a few statements a step: its statements, inside those of several lines the tests of a
 * condition and what an example says of captures.
 */
export function* documentSymbols({ file, positions }: MappingDocument): Generator<void, DocumentSymbol[]> {
  return yield* forEach(file, ({ start, syntax }) => symbolOf(entryOf(syntax), start, positions));
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
export function* flatDocumentSymbols({
  file,
  positions,
  uri,
}: MappingDocument): Generator<void, SymbolInformation[]> {
  const containerName = systemOf(file);
  return yield* forEach(file, ({ start, syntax }) => {
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

function* forEach<Item>(
  { tree: { statements } }: FileModel,
  make: (statement: Statement) => Item,
): Generator<void, Item[]> {
  const items: Item[] = [];
  yield* inSteps(statements, (statement) => items.push(make(statement)));
  return items;
}

function systemOf(file: FileModel): string | null {
  return located(file, "system")[0]?.model.name ?? null;
}
