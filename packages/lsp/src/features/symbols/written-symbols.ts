import type { Field, LocalSpan, Outcome, StatementModel, StatementSyntax } from "@responses/dsl";
import { writtenNames } from "./written-names.js";

/** What a statement by itself can name. */
export type LocalSymbol =
  | { readonly kind: "label"; readonly text: string }
  | { readonly kind: "capture"; readonly text: string }
  /** A field; `key` is equal for all that pick the same. */
  | { readonly kind: "field"; readonly key: string }
  /** A file, by the path of its `include`. */
  | { readonly kind: "include"; readonly path: string };

/** A symbol where a statement writes it. */
export interface WrittenSymbol {
  readonly symbol: LocalSymbol;
  readonly span: LocalSpan;
  /** Whether a rule gives the label, or a capture statement makes the capture; everything else only mentions it. */
  readonly isDefinition: boolean;
  /** The outcome that a label stands beside; null for all others. */
  readonly outcome: Outcome | null;
}

/** Statements of equal text share their syntax, and so what they name. */
const known = new WeakMap<StatementSyntax, readonly WrittenSymbol[]>();

/** The symbols that a statement writes, in order of place. `model` is what the statement means. */
export function writtenSymbols(syntax: StatementSyntax, model: StatementModel): readonly WrittenSymbol[] {
  const before = known.get(syntax);
  if (before !== undefined) return before;
  const symbols = otherSymbols(model);
  for (const { kind, text, span, isDefinition, outcome } of writtenNames(syntax)) {
    symbols.push({ symbol: { kind, text }, span, isDefinition, outcome });
  }
  if (symbols.length > 1) symbols.sort((a, b) => a.span.from - b.span.from);
  known.set(syntax, symbols);
  return symbols;
}

function otherSymbols(model: StatementModel): WrittenSymbol[] {
  switch (model.kind) {
    case "include":
      return [mention({ kind: "include", path: model.path }, model.pathSpan)];
    case "rule": {
      const { condition, label } = model;
      const symbols: WrittenSymbol[] = [];
      for (const { test } of condition.kind === "tests" ? condition.tests : []) {
        if (test.kind !== "status" && test.field !== null) symbols.push(fieldPlace(test.field));
      }
      if (label.kind === "field") symbols.push(fieldPlace(label.field));
      return symbols;
    }
    case "capture":
      return [fieldPlace(model.field)];
    case "system":
    case "example":
    case "broken":
      return [];
  }
}

function fieldPlace(field: Field): WrittenSymbol {
  return mention({ kind: "field", key: field.key }, field.nameSpan);
}

function mention(symbol: LocalSymbol, span: LocalSpan): WrittenSymbol {
  return { symbol, span, isDefinition: false, outcome: null };
}
