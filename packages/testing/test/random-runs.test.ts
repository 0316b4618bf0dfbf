import { expect, test } from "vitest";
import { runsSaid } from "../src/random-runs.js";

test.each([
  [undefined, 1500],
  ["", 1500],
  ["7", 7],
  ["10%", 150],
  ["1000%", 15_000],
  ["0.01%", 1],
])("RESPONSES_RUNS=%s makes of 1,500 runs %i", (said, expected) => {
  expect(runsSaid(said, 1500)).toBe(expected);
});

test.each(["many", "-1", "10 %", "1e3"])("RESPONSES_RUNS=%s is refused", (said) => {
  expect(() => runsSaid(said, 1500)).toThrow("RESPONSES_RUNS is a number or a percentage");
});
