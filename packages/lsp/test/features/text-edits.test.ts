import { applyFixes } from "@responses/dsl";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { textEdits } from "../../src/features/edits/text-edits.js";

function applied(before: string, after: string): string {
  return applyFixes(before, [{ title: "", kind: "automatic", edits: textEdits(before, after) }]).text;
}

test("one changed line among others gives one small edit", () => {
  const before = "a\nb one\nc\nd\n";
  expect(textEdits(before, "a\nb two\nc\nd\n")).toEqual([{ span: { start: 4, end: 7 }, newText: "two" }]);
  expect(textEdits(before, before)).toEqual([]);
  expect(textEdits(before, "a\nc\nd\n")).toEqual([{ span: { start: 2, end: 8 }, newText: "" }]);
});

test("two changes leave the lines between them alone", () => {
  const edits = textEdits("a\nb\nc\nd\ne\n", "a\nB\nc\nd\nE\n");
  expect(edits.map(({ span }) => span.start)).toEqual([2, 8]);
});

test("no edit begins or ends inside a character or a line end", () => {
  for (const [before, after] of [
    ["😀", "😁"],
    ["a\r\nb", "a\nb"],
    ["a\r\n", "a\r"],
    ["\r\r\n", "\r\n"],
  ] as const) {
    expect(applied(before, after)).toBe(after);
    for (const { span } of textEdits(before, after)) {
      for (const offset of [span.start, span.end]) {
        expect(before.startsWith("\r\n", offset - 1)).toBe(false);
        expect((before.codePointAt(offset - 1) ?? 0) > 0xffff).toBe(false);
      }
    }
  }
});

test("the edits make the one text of the other", () => {
  const line = fc.constantFrom("a\n", "b\n", "c\n", "\n", "a\r\n", "longer line\n", "😀x\n", "\r", "no end");
  const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applied(before, after)).toBe(after);
    }),
    randomRuns(5000),
  );
});
