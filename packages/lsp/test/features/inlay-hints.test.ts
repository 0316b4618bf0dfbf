import { expect, test } from "vitest";
import type { InlayHint } from "vscode-languageserver";
import { inlayHintsIn } from "../../src/features/inlay-hints.js";
import { placesOf } from "../../src/features/presentation/places.js";
import { fixturesOf } from "../support/feature-fixture.js";
import { documentOf } from "../support/fixture-document.js";

/*
 * A fixture of inlay hints: the text as it is shown with them, each between ‹ and ›, their tooltips in order, and where they lead, a
 * line each, where that is given. `all` has the text as it is shown where all rules have hints.
 */

test.each(fixturesOf("inlay-hints"))("$name", async (fixture) => {
  const { document } = await documentOf(fixture);
  const { main, expected } = fixture;
  const span = main.marked[0] ?? { start: 0, end: main.text.length };
  const places = placesOf(document, (file) => file, "utf-16");
  const range = document.positions.rangeOf(span);
  const shownWith = (hints: readonly InlayHint[]) => {
    let shown = main.text;
    for (const hint of hints.toReversed()) {
      const at = document.positions.offsetAt(hint.position);
      shown = `${shown.slice(0, at)} ‹${partsOf(hint)
        .map(({ value }) => value)
        .join("")}›${shown.slice(at)}`;
    }
    return shown.replace(/\n$/, "");
  };
  const wrong = inlayHintsIn(document, range, { hinted: "wrong", places, explainCommand: null });
  const all = inlayHintsIn(document, range, { hinted: "all", places, explainCommand: null });
  expect(shownWith(wrong)).toBe(expected.get("shown"));
  expect(shownWith(all)).toBe(expected.get("all"));
  expect(all.map(({ tooltip }) => tooltip).join("\n")).toBe(expected.get("tooltips"));
  const links = expected.get("links");
  const lines = all.flatMap(partsOf).map(({ location }) => {
    const file = location?.uri.split("/").at(-1);
    return location === undefined ? "nowhere" : `${file}, line ${location.range.start.line + 1}`;
  });
  if (links !== undefined) expect(lines.join("\n")).toBe(links);
});

function partsOf({ label }: InlayHint) {
  return typeof label === "string" ? [{ value: label }] : label;
}
