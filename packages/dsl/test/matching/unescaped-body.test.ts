import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: what the indexes look into may only make matching quicker, which no verdict shows.
import { unescapedBody } from "../../src/matching/unescaped-body.js";

const SHORT: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** By one expression, which is short and takes sixty times the size of a body that has nothing but escapes. */
function reference(body: string): string {
  const read = body.replace(/\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g, (_, digits?: string, letter = "") =>
    digits === undefined ? (SHORT[letter] ?? letter) : String.fromCharCode(parseInt(digits, 16)),
  );
  return read.replace(/[\ud800-\udfff]/gu, "\ufffd");
}

const PIECES = [
  "\\",
  "u",
  "n",
  "b",
  "f",
  "r",
  "t",
  '"',
  "/",
  "x",
  "00e9",
  "d83d",
  "de00",
  "\\ud83d",
  "\\ude00",
  "\u{1F600}",
  "12",
];

test("a body without its escapes has the characters that they stand for, whatever else stands in it", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES)), fc.nat(5), (pieces, before) => {
      const body = pieces.join("");
      expect(unescapedBody(body, "json")).toBe(reference(body));
      // At the end of the stretches that a long one is read in.
      const long = `${"x".repeat(1020 + before)}${body}`;
      expect(unescapedBody(long, "json")).toBe(reference(long));
    }),
    randomRuns(2000),
  );
});
