import type { FileModel, Outcome, Span, Statement } from "@responses/dsl";
import { spanInFile } from "@responses/dsl/editor";
import type { ResolveInclude } from "../../workspace/documents/include-target.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { type LocalSymbol, type WrittenSymbol, writtenSymbols } from "./written-symbols.js";

/** What a place in a file can be the name of. Labels and captures are equal if their texts are, case included. */
export type MappingSymbol =
  | Exclude<LocalSymbol, { readonly kind: "include" }>
  /** A mapping file, by the name that documents have. */
  | { readonly kind: "file"; readonly file: string };

/** A place where a symbol is written. */
export interface SymbolPlace {
  readonly symbol: MappingSymbol;
  readonly file: FileModel;
  readonly statement: Statement;
  readonly span: Span;
  /** Whether a rule gives the label, or a capture statement makes the capture; everything else only mentions it. */
  readonly isDefinition: boolean;
  /** The outcome that a label stands beside; null for all others. */
  readonly outcome: Outcome | null;
}

/** The symbol that stands at an offset, or ends there. */
export function symbolAt(file: FileModel, offset: number, resolve: ResolveInclude): SymbolPlace | null {
  const index = statementIndexAt(file, offset);
  const statement = file.tree.statements[index];
  if (statement === undefined) return null;
  const places = writtenIn(file, index).flatMap(
    (written) => placeIn(file, statement, written, resolve) ?? [],
  );
  // Where two meet it is the one that begins there.
  return places.findLast(({ span }) => span.start <= offset && offset <= span.end) ?? null;
}

/** All places of a symbol in a file, in order. Linear in the file's statements. */
export function placesInFile(
  symbol: MappingSymbol,
  file: FileModel,
  resolve: ResolveInclude,
): readonly SymbolPlace[] {
  const places: SymbolPlace[] = [];
  file.tree.statements.forEach((statement, index) => {
    for (const written of writtenIn(file, index)) {
      if (!couldBe(written.symbol, symbol)) continue;
      const place = placeIn(file, statement, written, resolve);
      if (place !== null && isSameSymbol(place.symbol, symbol)) places.push(place);
    }
  });
  return places;
}

function writtenIn({ tree, models }: FileModel, index: number): readonly WrittenSymbol[] {
  const statement = tree.statements[index];
  const model = models[index];
  return statement === undefined || model === undefined ? [] : writtenSymbols(statement.syntax, model);
}

function placeIn(
  file: FileModel,
  statement: Statement,
  { symbol, span, isDefinition, outcome }: WrittenSymbol,
  resolve: ResolveInclude,
): SymbolPlace | null {
  const global = globalSymbol(symbol, file, resolve);
  if (global === null) return null;
  return { symbol: global, file, statement, span: spanInFile(span, statement.start), isDefinition, outcome };
}

function globalSymbol(symbol: LocalSymbol, file: FileModel, resolve: ResolveInclude): MappingSymbol | null {
  if (symbol.kind !== "include") return symbol;
  const target = resolve(file.path, symbol.path);
  return target === null ? null : { kind: "file", file: target };
}

/** Tells apart what is quickly told apart: most symbols of a file are others than the one that is looked for. */
function couldBe(written: LocalSymbol, wanted: MappingSymbol): boolean {
  return written.kind === "include" ? wanted.kind === "file" : isSameSymbol(written, wanted);
}

function isSameSymbol(a: MappingSymbol, b: MappingSymbol): boolean {
  switch (a.kind) {
    case "label":
    case "capture":
      return a.kind === b.kind && a.text === b.text;
    case "field":
      return b.kind === "field" && a.key === b.key;
    case "file":
      return b.kind === "file" && a.file === b.file;
  }
}
