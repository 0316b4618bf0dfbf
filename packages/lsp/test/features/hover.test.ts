import { expect, test } from "vitest";
import type { Hover } from "vscode-languageserver";
import { hoverAt } from "../../src/features/hover/hover.js";
import type { TextFormat } from "../../src/features/presentation/preview-text.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";
import { openDocument, workspaceOf } from "../support/memory-workspace.js";

/*
 * A fixture of the hover preview: `hover` is what a client that shows markdown gets at the cursor, `plain text` what another
 * gets, `beside what was found` what one gets that shows the findings of a place beside the preview; the marked stretch is what the preview is about. With `before`, that text stands there first. The two blanks
 * at a line's end by which markdown breaks it are left out.
 */

test.each(fixturesOf("hover"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const position = document.positions.positionAt(main.cursor ?? 0);
  const shows: readonly [string, TextFormat, boolean][] = [
    ["hover", "markdown", false],
    ["plain text", "plaintext", false],
    ["beside what was found", "markdown", true],
  ];
  for (const [title, format, findingsBeside] of shows) {
    const wanted = expected.get(title);
    if (wanted === undefined) continue;
    const options = { format, examples: 5, places: null, explainCommand: null, findingsBeside };
    const hover = hoverAt(document, position, options);
    expect(textOf(hover)).toBe(wanted);
    const [marked] = main.marked;
    expect(hover?.range).toEqual(marked === undefined ? undefined : document.positions.rangeOf(marked));
  }
  expect(shows.some(([title]) => expected.has(title))).toBe(true);
});

test.each(["utf-8", "utf-16", "utf-32"] as const)(
  "places in %s, behind a byte order mark and wide letters",
  async (unit) => {
    const text = '\ufeff\r\nreject keyword "é😀", "ü" as Zu-spät\r\nexample "Ü" is reject Zu-spät\r\n';
    const document = await openDocument(workspaceOf({}, { unit }), "a.responses", text);
    const column = { "utf-8": 25, "utf-16": 22, "utf-32": 21 }[unit];
    const hover = hoverAt(document, { line: 1, character: column + 1 });
    const end = column + (unit === "utf-8" ? 4 : 3);
    expect(hover?.range).toEqual({ start: { line: 1, character: column }, end: { line: 1, character: end } });
    expect(textOf(hover)).toContain("✓ line 3: ‹Ü›");
  },
);

function textOf(hover: Hover | null): string {
  if (hover === null) return "";
  const { contents } = hover;
  if (typeof contents !== "object" || !("value" in contents)) throw new Error("not one text");
  return contents.value.replaceAll("  \n", "\n");
}
