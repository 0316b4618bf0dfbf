import { finish } from "@responses/testing/finish";
import { exampleFiles } from "@responses/testing/mapping-files";
import { Random } from "@responses/testing/random";
import { describe, expect, test } from "vitest";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../../src/features/semantic-tokens/legend.js";
import { SemanticTokens } from "../../src/features/semantic-tokens/semantic-tokens.js";
import { tokenEdits } from "../../src/features/semantic-tokens/token-delta.js";
import type { MappingDocument } from "../../src/workspace/documents/mapping-document.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { inVariant, VARIANTS, workspaceWith } from "../support/fixture-variants.js";
import { openDocument, uriOf, workspaceOf } from "../support/memory-workspace.js";
import { randomEdit } from "../support/random-edits.js";

/*
 * `tokens`: the coloured stretches in order, each with its type and modifier. `names`: those that a client gets whose
 * grammar colours the rest.
 */

/** The tokens with their text, as a reader sees them. */
function shown(numbers: readonly number[], { file, positions }: MappingDocument): readonly string[] {
  const lines: string[] = [];
  let line = 0;
  let character = 0;
  for (let index = 0; index < numbers.length; index += 5) {
    const [passed = 0, columns = 0, length = 0, type = 0, modifiers = 0] = numbers.slice(index, index + 5);
    character = passed === 0 ? character + columns : columns;
    line += passed;
    const span = positions.spanOf({
      start: { line, character },
      end: { line, character: character + length },
    });
    const names = TOKEN_MODIFIERS.filter((_, bit) => (modifiers & (1 << bit)) !== 0);
    lines.push(
      [file.tree.source.text.slice(span.start, span.end).trimEnd(), TOKEN_TYPES[type], ...names].join("  "),
    );
  }
  return lines;
}

const cases = fixturesOf("semantic-tokens").flatMap((fixture) =>
  VARIANTS.map((variant) => [fixture.name, variant.name, fixture, variant] as const),
);

test.each(cases)("%s, %s", async (_, __, original, variant) => {
  const fixture = inVariant(original, variant);
  const { document } = await workspaceWith(fixture, variant);
  for (const [title, namesOnly] of [
    ["tokens", false],
    ["names", true],
  ] as const) {
    const expected = fixture.expected.get(title);
    if (expected === undefined) continue;
    const tokens = new SemanticTokens(variant.unit, namesOnly);
    const [marked] = fixture.main.marked;
    const steps =
      marked === undefined
        ? tokens.full(document)
        : tokens.range(document, document.positions.rangeOf(marked));
    // Several blanks before the type are there for the reader.
    const lines = expected.split("\n").map((line) => line.replace(/ {2,}/g, "  "));
    expect(shown(finish(steps), document)).toEqual(lines);
  }
});

describe("the tokens of every example file", () => {
  test.each(exampleFiles())(
    "$name: in order, on one line each, apart, and inside the text",
    async ({ text }) => {
      const document = await openDocument(workspaceOf({}), "a.responses", text);
      const numbers = finish(new SemanticTokens("utf-16", false).full(document));
      let line = 0;
      let end = 0;
      let start = 0;
      for (let index = 0; index < numbers.length; index += 5) {
        const [passed = 0, columns = 0, length = 0] = numbers.slice(index, index + 5);
        if (passed > 0) end = 0;
        start = passed === 0 ? start + columns : columns;
        line += passed;
        expect(length).toBeGreaterThan(0);
        expect(start).toBeGreaterThanOrEqual(end);
        end = start + length;
        const { source } = document.file.tree;
        expect(source.lineStart(line) + end).toBeLessThanOrEqual(source.lineEnd(line));
      }
    },
  );
});

test("what is kept of statements and edited gives the tokens of a fresh look, and the edits lead there", async () => {
  const random = new Random(1);
  const [file] = exampleFiles();
  let text = file?.text ?? "";
  const workspace = workspaceOf({});
  await openDocument(workspace, "a.responses", text);
  const kept = new SemanticTokens("utf-16", false);
  let before: number[] = [];
  for (let version = 2; version < 300; version++) {
    const { changes, text: changed } = randomEdit(text, random);
    text = changed;
    workspace.change(uriOf("a.responses"), version, changes);
    const document = await workspace.document(uriOf("a.responses"));
    if (document === null) throw new Error("it is open");
    const after = finish(kept.full(document));
    expect(after).toEqual(finish(new SemanticTokens("utf-16", false).full(document)));
    const edited = [...before];
    for (const { start, deleteCount, data } of tokenEdits(before, after))
      edited.splice(start, deleteCount, ...(data ?? []));
    expect(edited).toEqual(after);
    before = after;
  }
});

test("an edit is no longer than what differs", () => {
  const one = [0, 0, 6, 0, 0];
  const two = [0, 7, 3, 1, 0];
  const three = [1, 0, 7, 0, 0];
  expect(tokenEdits([...one, ...three], [...one, ...three])).toEqual([]);
  expect(tokenEdits([...one, ...three], [...one, ...two, ...three])).toEqual([
    { start: 5, deleteCount: 0, data: two },
  ]);
  expect(tokenEdits([...one, ...two, ...three], [...one, ...three])).toEqual([
    { start: 5, deleteCount: 5, data: [] },
  ]);
  expect(tokenEdits([], one)).toEqual([{ start: 0, deleteCount: 0, data: one }]);
});
