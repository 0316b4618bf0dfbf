import { expect, test } from "vitest";
import { foldingRanges } from "../../src/features/folding/folding-ranges.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/* `folds`: from line to line, both counted from 1; what kind of fold, and what stands in its place. */

const cases = fixturesOf("folding").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { document } = await workspaceWith(fixture, variant);
  const folds = foldingRanges(document, { limit: null, summaries: true }).map(
    ({ startLine, endLine, kind, collapsedText }) =>
      [`${startLine + 1}-${endLine + 1}`, kind ?? "", collapsedText ?? ""]
        .join(" ")
        .trim()
        .replace(/ +/g, " "),
  );
  expect(folds.join("\n")).toBe(fixture.expected.get("folds"));
});

test("of more than a client takes the longest are left, and no text that it does not show", async () => {
  const long = `example """\n${"x\n".repeat(10)}""" is reject\n`;
  const short = 'example """\nx\ny\n""" is reject\n';
  const document = await openDocument(workspaceOf({}), "a.responses", short + long + short);
  const folds = foldingRanges(document, { limit: 1, summaries: false });
  expect(folds).toEqual([{ startLine: 4, endLine: 14 }]);
});
