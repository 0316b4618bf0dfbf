import { finish } from "@responses/testing/finish";
import { expect, test } from "vitest";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import { documentSymbols, flatDocumentSymbols } from "../../src/features/outline/document-symbols.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";

/*
 * `outline`: a line an entry, inner ones indented: its kind, its name, and behind a bar its detail. The marked stretches are
 * the ranges of the outer entries, where a fixture marks any. `flat`: what clients get that know no hierarchy.
 */

const KIND_NAMES: ReadonlyMap<SymbolKind, string> = new Map(
  Object.entries(SymbolKind).map(([name, kind]) => [kind as SymbolKind, name.toLowerCase()]),
);

function outline(symbols: readonly DocumentSymbol[], indentation = ""): readonly string[] {
  return symbols.flatMap(({ kind, name, detail, children }) => [
    `${indentation}${KIND_NAMES.get(kind)} ${name}${detail === undefined ? "" : ` | ${detail}`}`,
    ...outline(children ?? [], `${indentation}  `),
  ]);
}

const cases = fixturesOf("document-symbols").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { document } = await workspaceWith(fixture, variant);
  const symbols = finish(documentSymbols(document));
  expect(outline(symbols).join("\n")).toBe(fixture.expected.get("outline"));
  const { marked } = fixture.main;
  if (marked.length > 0) expect(symbols.map(({ range }) => document.positions.spanOf(range))).toEqual(marked);
  const flat = fixture.expected.get("flat");
  if (flat === undefined) return;
  const lines = finish(flatDocumentSymbols(document)).map(
    ({ kind, name, containerName, location }) =>
      `${KIND_NAMES.get(kind)} ${name} | ${containerName ?? ""}, line ${location.range.start.line + 1}`,
  );
  expect(lines.join("\n")).toBe(flat);
});
