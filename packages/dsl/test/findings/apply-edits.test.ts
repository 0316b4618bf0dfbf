import { applyFixes, type Fix } from "@responses/dsl";
import fc from "fast-check";
import { expect, test } from "vitest";

const TEXT = "0123456789";

function fix(...edits: readonly (readonly [start: number, end: number, newText: string])[]): Fix {
  return {
    title: "",
    kind: "automatic",
    edits: edits.map(([start, end, newText]) => ({ span: { start, end }, newText })),
  };
}

test.each<[string, readonly Fix[], string, number]>([
  ["nothing", [], TEXT, 0],
  ["in any order", [fix([8, 9, "b"]), fix([1, 2, "a"])], "0a234567b9", 2],
  ["side by side", [fix([2, 4, "a"]), fix([4, 6, "b"])], "01ab6789", 2],
  ["of two that overlap the first", [fix([2, 5, "a"]), fix([4, 6, "b"])], "01a56789", 1],
  ["of two insertions at one place the first", [fix([3, 3, "a"]), fix([3, 3, "b"])], "012a3456789", 1],
  ["an insertion behind a deletion", [fix([2, 4, ""]), fix([4, 4, "b"])], "01b456789", 2],
  ["no insertion where a deletion begins", [fix([2, 4, ""]), fix([2, 2, "b"])], "01456789", 1],
  ["no deletion around an insertion", [fix([3, 3, "a"]), fix([2, 5, ""])], "012a3456789", 1],
  ["a fix of two edits as a whole", [fix([1, 2, "a"]), fix([0, 1, "b"], [1, 3, "c"])], "0a23456789", 1],
])("applies %s", (_what, fixes, expected, applied) => {
  expect(applyFixes(TEXT, fixes)).toEqual({ text: expected, applied });
});

test("takes each fix that overlaps none taken before", () => {
  const edit = fc
    .tuple(fc.nat({ max: 40 }), fc.nat({ max: 4 }))
    .map(([start, length]): [number, number, string] => [start, start + length, "x"]);
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const taken: [number, number, string][] = [];
      for (const [start, end, text] of edits) {
        const meets = taken.some(([from, to]) => (start < to && from < end) || from === start);
        if (!meets) taken.push([start, end, text]);
      }
      const fixes = edits.map((one) => fix(one));
      expect(applyFixes("-".repeat(50), fixes)).toEqual(
        applyFixes(
          "-".repeat(50),
          taken.map((one) => fix(one)),
        ),
      );
      expect(applyFixes("-".repeat(50), fixes).applied).toBe(taken.length);
    }),
  );
});
