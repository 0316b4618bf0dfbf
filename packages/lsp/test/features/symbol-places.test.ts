import type { Span } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import type { Location } from "vscode-languageserver";
import { highlightsAt } from "../../src/features/highlights.js";
import { referencesOf } from "../../src/features/references.js";
import { symbolAt } from "../../src/features/symbols/symbol.js";
import type { ResolveInclude } from "../../src/workspace/documents/include-target.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { uriOf } from "../support/memory-workspace.js";

/*
 * References and highlights: the marked stretches, in all files, are the places of what the cursor stands on. The
 * section `mentions` has the lines that are left without definitions, as FILE:LINE, where that is not all of them.
 */

const cases = fixturesOf("references").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

describe.each(cases)("%s, %s", (_, __, original, variant) => {
  const fixture = inVariant(original, variant);

  test("references", async () => {
    const { workspace, document } = await workspaceWith(fixture, variant);
    const resolve: ResolveInclude = (from, include) => workspace.resolveInclude(from, include);
    const place = symbolAt(document.file, fixture.main.cursor ?? 0, resolve);
    const documents = await workspace.connectedDocuments(document.uri);
    const found = (withDefinitions: boolean) =>
      place === null ? [] : referencesOf(place, documents, resolve, withDefinitions);
    const spansIn = (name: string, locations: readonly Location[]): readonly Span[] => {
      const own = documents.find(({ file }) => file.path === name);
      return locations
        .filter(({ uri }) => uri === uriOf(name))
        .flatMap(({ range }) => own?.positions.spanOf(range) ?? []);
    };
    for (const { name, marked } of fixture.files)
      expect([name, spansIn(name, found(true))]).toEqual([name, marked]);
    const mentions = fixture.expected.get("mentions");
    if (mentions === undefined) return;
    const lines = found(false).map(
      ({ uri, range }) => `${uri.slice(uriOf("").length)}:${range.start.line + 1}`,
    );
    expect(lines.join("\n")).toBe(mentions);
  });

  test("highlights", async () => {
    const { workspace, document } = await workspaceWith(fixture, variant);
    const { positions } = document;
    const cursor = positions.positionAt(fixture.main.cursor ?? 0);
    const highlights = highlightsAt(document, cursor, (from, include) =>
      workspace.resolveInclude(from, include),
    );
    expect((highlights ?? []).map(({ range }) => positions.spanOf(range))).toEqual(fixture.main.marked);
  });
});
