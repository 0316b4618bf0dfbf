import { counted, listed } from "@responses/dsl/editor";
import { expect, test } from "vitest";

test("a number has its noun in the right form", () => {
  expect([0, 1, 2].map((count) => counted(count, "rule"))).toEqual(["0 rules", "1 rule", "2 rules"]);
  expect(counted(3, "entry", "entries")).toBe("3 entries");
});

test("items are listed as people do", () => {
  expect(listed([])).toBe("");
  expect(listed(["a"])).toBe("a");
  expect(listed(["a", "b"])).toBe("a and b");
  expect(listed(["a", "b", "c"], "or")).toBe("a, b or c");
});
