import { describe, expect, test } from "vitest";
import { decidingRuleAt, definitionsAt } from "../../src/features/definition.js";
import { placesOf } from "../../src/features/presentation/places.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { uriOf } from "../support/memory-workspace.js";

/*
 * The cursor stands on something; the marked stretches are where it comes from. A file's name in the section `file`: its
 * beginning.
 */

const cases = fixturesOf("definition").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { workspace, document } = await workspaceWith(fixture, variant);
  const places = placesOf(document, (file) => workspace.uriOf(file), variant.unit);
  const cursor = fixture.main.cursor ?? 0;
  const exact = definitionsAt(
    document,
    cursor,
    (from, include) => workspace.resolveInclude(from, include),
    places,
  );
  const links = exact.length > 0 ? exact : decidingRuleAt(document, cursor, places);
  const expectedFile = fixture.expected.get("file");
  const found = links.map(({ targetUri, targetSelectionRange }) => ({
    uri: targetUri,
    range: targetSelectionRange,
  }));
  const wanted = [];
  for (const { name, marked } of fixture.files) {
    const other = await workspace.document(uriOf(name));
    for (const span of marked) wanted.push({ uri: uriOf(name), range: other?.positions.rangeOf(span) });
  }
  if (expectedFile !== undefined) {
    const start = { line: 0, character: 0 };
    wanted.push({ uri: uriOf(expectedFile), range: { start, end: start } });
  }
  expect(found).toEqual(wanted);
  for (const { originSelectionRange, targetRange, targetSelectionRange } of links) {
    const origin =
      originSelectionRange === undefined ? null : document.positions.spanOf(originSelectionRange);
    expect(origin?.start).toBeLessThanOrEqual(cursor);
    expect(origin?.end).toBeGreaterThanOrEqual(cursor);
    // The protocol wants the one inside the other.
    expect(targetRange.start.line).toBeLessThanOrEqual(targetSelectionRange.start.line);
    expect(targetRange.end.line).toBeGreaterThanOrEqual(targetSelectionRange.end.line);
  }
});

describe("the place that is gone to", () => {
  test("is the whole statement, without its comments", async () => {
    const [fixture] = fixturesOf("definition").filter(({ name }) => name === "label-of-an-example");
    const [variant] = VARIANTS;
    if (fixture === undefined || variant === undefined) throw new Error("there is such a fixture");
    const { workspace, document } = await workspaceWith(fixture, variant);
    const places = placesOf(document, (file) => workspace.uriOf(file), variant.unit);
    const [link] = definitionsAt(document, fixture.main.cursor ?? 0, () => null, places);
    expect(link?.targetRange).toEqual({ start: { line: 2, character: 0 }, end: { line: 3, character: 14 } });
  });
});
