import { expect, test } from "vitest";
import type { Hover } from "vscode-languageserver";
import type { TextFormat } from "../../src/features/hover/preview-text.js";
import { hoverAt } from "../../src/features/hover.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";

/*
 * A fixture of the hover preview: `hover` is what a client that shows markdown gets at the cursor, `plain text` what another
 * gets; the marked stretch is what the preview is about. With `before`, that text stands there first. The two blanks
 * at a line's end by which markdown breaks it are left out.
 */

test.each(fixturesOf("hover"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const position = document.positions.positionAt(main.cursor ?? 0);
  const formats: readonly [string, TextFormat][] = [
    ["hover", "markdown"],
    ["plain text", "plaintext"],
  ];
  for (const [title, format] of formats) {
    const wanted = expected.get(title);
    if (wanted === undefined) continue;
    const hover = hoverAt(document, position, { format, examples: 5 });
    expect(textOf(hover)).toBe(wanted);
    const [marked] = main.marked;
    expect(hover?.range).toEqual(marked === undefined ? undefined : document.positions.rangeOf(marked));
  }
  expect([...expected.keys()].some((title) => title === "hover" || title === "plain text")).toBe(true);
});

function textOf(hover: Hover | null): string {
  if (hover === null) return "";
  const { contents } = hover;
  if (typeof contents !== "object" || !("value" in contents)) throw new Error("not one text");
  return contents.value.replaceAll("  \n", "\n");
}
