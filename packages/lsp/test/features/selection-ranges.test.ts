import { expect, test } from "vitest";
import type { SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../src/features/selection/selection-ranges.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";

/* `grows`: what is selected one after the other, a line each; `⏎` is a line end. The whole file comes last. */

const cases = fixturesOf("selection-ranges").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { document } = await workspaceWith(fixture, variant);
  const { positions, file } = document;
  const cursor = positions.positionAt(fixture.main.cursor ?? 0);
  const [range, again] = selectionRanges(document, [cursor, cursor]);
  expect(again).toEqual(range);
  const grown: string[] = [];
  for (let next: SelectionRange | undefined = range; next !== undefined; next = next.parent) {
    const { start, end } = positions.spanOf(next.range);
    grown.push(file.tree.source.text.slice(start, end).replace(/\r\n|\n|\r/g, "⏎"));
  }
  expect(grown.pop()).toBe(fixture.main.text.replace(/\r\n|\n|\r/g, "⏎"));
  expect(grown.join("\n")).toBe(fixture.expected.get("grows") ?? "");
});
