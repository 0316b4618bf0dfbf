import { expect, test } from "vitest";
import { documentLinks } from "../../src/features/document-links.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";

/* The marked stretches are links; `targets` says where to, in the same order: a file, or a page. */

const cases = fixturesOf("document-links").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { workspace, document } = await workspaceWith(fixture, variant);
  const uriOfInclude = (from: string, include: string) => {
    const name = workspace.resolveInclude(from, include);
    return name === null ? null : workspace.uriOf(name);
  };
  const links = documentLinks(document, uriOfInclude, (name) => `https://pages.test/#${name}`);
  expect(links.map(({ range }) => document.positions.spanOf(range))).toEqual(fixture.main.marked);
  const targets = links.map(({ target }) => target?.replace(uriOf(""), ""));
  expect(targets.join("\n")).toBe(fixture.expected.get("targets"));
});

test("without pages there are no links to them", async () => {
  const text = "# responses-ignore untested-rule: new\nreject status 400\n";
  const document = await openDocument(workspaceOf({}), "a.responses", text);
  const links = documentLinks(
    document,
    () => null,
    () => null,
  );
  expect(links).toEqual([]);
});
