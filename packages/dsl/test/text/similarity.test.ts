import { closest } from "@responses/dsl/editor";
import { expect, test } from "vitest";
// Imports internals: the distance of two words is what suggestions are made of, and no suggestion tells it.
import { editDistance } from "../../src/text/similarity.js";

const WORDS = ["keyword", "word", "exact", "status", "as", "or"] as const;

test.each([
  ["keywrod", "keyword"],
  ["kyword", "keyword"],
  ["keywordd", "keyword"],
  ["statsu", "status"],
  ["wird", "word"],
  ["a", "as"],
  ["ass", "as"],
  ["", null],
  ["banana", null],
  ["x".repeat(1_000_000), null],
])("closest to %.10s", (written, expected) => expect(closest(written, WORDS)).toBe(expected));

test.each([
  ["word", "word", 0],
  ["wrod", "word", 1],
  ["wod", "word", 1],
  ["woord", "word", 1],
  ["wart", "word", 2],
  ["", "word", 4],
])("%s and %s are %i slips apart", (a, b, count) => {
  expect(editDistance(a, b)).toBe(count);
  expect(editDistance(b, a)).toBe(count);
});
