import { expect, test } from "vitest";
// Imports internals: how seldom a search looks at its items shows nowhere else.
import { leadingCount } from "../../src/text/leading-count.js";

test.each([
  [[], 5, 0],
  [[7], 5, 0],
  [[3], 5, 1],
  [[1, 3, 5, 7], 0, 0],
  [[1, 3, 5, 7], 1, 1],
  [[1, 3, 5, 7], 6, 3],
  [[1, 3, 5, 7], 9, 4],
  [[1, 5, 5, 5, 7], 5, 4],
])("of %j those up to %i are %i", (items, last, count) =>
  expect(leadingCount(items, (item) => item <= last)).toBe(count),
);

test("looks at few of many items", () => {
  const items = Array.from({ length: 100_000 }, (_, index) => index);
  let asked = 0;
  const count = leadingCount(items, (item) => {
    asked++;
    return item < 61_803;
  });
  expect(count).toBe(61_803);
  expect(asked).toBeLessThan(20);
});
