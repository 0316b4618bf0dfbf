import { expect, test } from "vitest";
import { inlayHintsIn } from "../../src/features/inlay-hints.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";

/* A fixture of inlay hints: the text as it is shown with them, each between ‹ and ›, and their tooltips in order. */

test.each(fixturesOf("inlay-hints"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const span = main.marked[0] ?? { start: 0, end: main.text.length };
  const hints = inlayHintsIn(document, document.positions.rangeOf(span));
  let shown = main.text;
  for (const { position, label } of hints.toReversed()) {
    const at = document.positions.offsetAt(position);
    shown = `${shown.slice(0, at)} ‹${String(label)}›${shown.slice(at)}`;
  }
  expect(shown.replace(/\n$/, "")).toBe(expected.get("shown"));
  expect(hints.map(({ tooltip }) => tooltip).join("\n")).toBe(expected.get("tooltips"));
});
