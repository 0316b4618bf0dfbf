import { SymbolKind } from "vscode-languageserver";
import type { EntryKind } from "./outline-entry.js";

/** The pictures of entries: of the first eighteen kinds, which every client knows. */
export const SYMBOL_KINDS: Readonly<Record<EntryKind, SymbolKind>> = {
  system: SymbolKind.Package,
  include: SymbolKind.File,
  rule: SymbolKind.Function,
  test: SymbolKind.Boolean,
  capture: SymbolKind.Variable,
  example: SymbolKind.Constant,
};
