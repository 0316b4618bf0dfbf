import { expect, test } from "vitest";
import { movedLines } from "../src/verdict/moved-lines.js";

const change = (start: number, [end, character]: readonly [number, number], text: string) => ({
  range: { start: { line: start }, end: { line: end, character } },
  text,
});

test.each([
  ["a line that comes above", change(0, [0, 0], "x\n"), { first: 6, last: 8 }],
  ["a line that comes directly above", change(5, [5, 0], "x\r\n"), { first: 6, last: 8 }],
  ["two lines that go above", change(1, [3, 0], ""), { first: 3, last: 5 }],
  ["letters in its first line", change(5, [5, 3], "abc"), { first: 5, last: 7 }],
  ["a line that comes within", change(6, [6, 2], "\n"), { first: 5, last: 8 }],
  ["a line that goes within", change(5, [6, 0], ""), { first: 5, last: 6 }],
  ["what changes below", change(8, [9, 0], ""), { first: 5, last: 7 }],
  ["all that is replaced", change(0, [20, 0], "x"), { first: 0, last: 0 }],
])("lines 5 to 7 after %s", (_what, edit, expected) => {
  expect(movedLines({ first: 5, last: 7 }, edit)).toEqual(expected);
});
