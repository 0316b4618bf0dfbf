import type { ExampleReport } from "@responses/lsp";
import { expect, test } from "vitest";
import { exampleTests } from "../src/examples/example-items.js";

function report(name: string): ExampleReport {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } };
  return { name, range, passed: true, expected: "", actual: "", message: null, decidedBy: null };
}

test("examples keep their ids when others are added, and equal names get ids of their own", () => {
  const ids = (names: readonly string[]) => exampleTests(names.map(report)).map(({ id }) => id);
  expect(ids(["sold", "sold", "no"])).toEqual(["1 sold", "2 sold", "1 no"]);
  expect(ids(["new", "sold", "sold", "no"])).toEqual(["1 new", "1 sold", "2 sold", "1 no"]);
  expect(new Set(ids(["a", "1 a", "a", "2 a"])).size).toBe(4);
});
