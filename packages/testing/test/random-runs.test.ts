import { afterEach, expect, test, vi } from "vitest";
import { oneIn, runsSaid } from "../src/random-runs.js";

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

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([
  ["5%", "0", ["a", "d", "g"]],
  ["100%", "1", ["b", "e"]],
  ["100%", "-2", ["c", "f"]],
  ["200%", "3", ["b", "d", "f"]],
  ["300%", "1", ["a", "b", "c", "d", "e", "f", "g"]],
])("one in three with RESPONSES_RUNS=%s and RESPONSES_SEED=%s is %j", (runs, seed, cases) => {
  vi.stubEnv("RESPONSES_RUNS", runs);
  vi.stubEnv("RESPONSES_SEED", seed);
  expect(oneIn(3, ["a", "b", "c", "d", "e", "f", "g"])).toEqual(cases);
});
