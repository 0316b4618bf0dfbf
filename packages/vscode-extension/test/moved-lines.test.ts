import { expect, test } from "vitest";
import { movedLines } from "../src/verdict/moved-lines.js";

type Place = readonly [line: number, character: number];

const change = ([line, character]: Place, [endLine, endCharacter]: Place, text: string) => ({
  range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
  text,
});

test.each([
  ["a line that comes above", change([0, 0], [0, 0], "x\n"), { first: 6, last: 8 }],
  ["a line that comes directly above", change([5, 0], [5, 0], "x\r\n"), { first: 6, last: 8 }],
  ["two lines that go above", change([1, 0], [3, 0], ""), { first: 3, last: 5 }],
  ["letters in its first line", change([5, 0], [5, 3], "abc"), { first: 5, last: 7 }],
  ["a line that comes within", change([6, 2], [6, 2], "\n"), { first: 5, last: 8 }],
  ["a line that goes within", change([5, 0], [6, 0], ""), { first: 5, last: 6 }],
  ["what changes below", change([8, 0], [9, 0], ""), { first: 5, last: 7 }],
  ["all that is replaced", change([0, 0], [20, 0], "x"), { first: 0, last: 0 }],
  ["their deletion", change([5, 0], [8, 0], ""), null],
  ["their deletion with a line above", change([4, 9], [8, 0], "\n"), null],
])("lines 5 to 7 after %s", (_what, edit, expected) => {
  expect(movedLines({ first: 5, last: 7 }, edit, false)).toEqual(expected);
});

test("a line that is begun behind the last of them is none of them", () => {
  const edit = change([7, 12], [7, 12], "\n  ");
  expect(movedLines({ first: 5, last: 7 }, edit, true)).toEqual({ first: 5, last: 7 });
  expect(movedLines({ first: 5, last: 7 }, edit, false)).toEqual({ first: 5, last: 8 });
});
