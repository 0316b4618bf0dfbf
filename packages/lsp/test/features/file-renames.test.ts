import { expect, test } from "vitest";
import { workspaceEditOf } from "../../src/features/edits/workspace-edit.js";
import { includeEdits } from "../../src/features/file-operations/file-renames.js";
import { applied } from "../support/applied-edit.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, textInVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { uriOf } from "../support/memory-workspace.js";

/* `moves`: what gets which name, files or folders. `FILE, changed`: the text of a file that changes, by its name of before. */

const cases = fixturesOf("file-renames").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

const SUFFIX = ", changed";

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { workspace } = await workspaceWith(fixture, variant);
  const moves = (fixture.expected.get("moves") ?? "").split("\n").map((line) => {
    const [from = "", to = ""] = line.split(" -> ");
    return { from: uriOf(from), to: uriOf(to) };
  });
  const changes = includeEdits(moves, await workspace.allDocuments(), (from, include) => {
    const name = workspace.resolveInclude(from, include);
    return name === null ? null : workspace.uriOf(name);
  });
  const edit = workspaceEditOf(changes, { versions: true, annotations: false }, { label: "" });
  const texts = new Map(fixture.files.map(({ name, text }) => [uriOf(name), text]));
  const wanted = [...fixture.expected]
    .filter(([title]) => title.endsWith(SUFFIX))
    .map(
      ([title, text]) =>
        [uriOf(title.slice(0, -SUFFIX.length)), textInVariant(`${text}\n`, variant)] as const,
    );
  expect(applied(edit, texts, variant.unit)).toEqual(new Map(wanted));
});
