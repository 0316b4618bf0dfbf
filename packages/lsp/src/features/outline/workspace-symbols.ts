import type { FileModel, Statement, StatementModel } from "@responses/dsl";
import { inSteps, spanInFile } from "@responses/dsl/editor";
import type { WorkspaceSymbol } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { matchOf } from "../search/query-match.js";
import { writtenSymbols } from "../symbols/written-symbols.js";
import { entryOf } from "./outline-entry.js";
import { SYMBOL_KINDS } from "./symbol-kinds.js";

/** More than these nobody looks through; who types on sees the others. */
const MOST_SYMBOLS = 1000;

interface Found {
  readonly match: number;
  readonly document: MappingDocument;
  readonly statement: Statement;
}

/**
 * What has a name in all files and answers to a query: systems, labels of rules, captures and examples with names. The best
 * come first; of equals those of the earlier file.
 */
export function* workspaceSymbols(
  query: string,
  documents: readonly MappingDocument[],
): Generator<void, WorkspaceSymbol[]> {
  const found: Found[] = [];
  for (const document of documents) {
    yield* inSteps(document.file.tree.statements.entries(), ([index, statement]) => {
      const name = nameIn(document.file, statement, index);
      const match = name === null ? null : matchOf(query, name);
      if (match !== null) found.push({ match, document, statement });
    });
    yield;
  }
  const best = found.sort((a, b) => a.match - b.match).slice(0, MOST_SYMBOLS);
  return best.map(symbolOf);
}

/** The name by which somebody looks for a statement; null for one without. */
function nameIn({ models }: FileModel, { syntax }: Statement, index: number): string | null {
  const model: StatementModel = models[index] ?? { kind: "broken" };
  switch (model.kind) {
    case "system":
    case "example":
      return model.name;
    case "include":
      return null;
    case "rule":
    case "capture":
    case "broken": {
      const own = writtenSymbols(syntax, model).find(({ isDefinition }) => isDefinition)?.symbol;
      return own?.kind === "label" || own?.kind === "capture" ? own.text : null;
    }
  }
}

function symbolOf({
  document: { uri, file, positions },
  statement: { start, syntax },
}: Found): WorkspaceSymbol {
  const { name, kind, wordSpan } = entryOf(syntax);
  const range = positions.rangeOf(spanInFile(wordSpan, start));
  return { name, kind: SYMBOL_KINDS[kind], location: { uri, range }, containerName: file.path };
}
