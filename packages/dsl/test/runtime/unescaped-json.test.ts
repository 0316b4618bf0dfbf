import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { expect, test } from "vitest";
// Imports internals: what escapes say is compared with the engine's own reading of JSON.
import { unescapeJson } from "../../src/runtime/json-scanner.js";
import { replaceLoneSurrogates } from "../../src/runtime/utf8.js";

const piece = fc.oneof(
  fc.constantFrom(
    "\\n",
    "\\\\",
    '\\"',
    "\\/",
    "\\u0041",
    "\\u00e9",
    "\\ud83d\\ude00",
    "\\uD83D",
    "\\uDE00",
    "\\u0000",
  ),
  fc.constantFrom("a", "é", "\u{1F600}", "n", "u0041"),
  fc.constantFrom("x".repeat(63), "x".repeat(64), "\u{1F600}".repeat(600), "\\t".repeat(1_500)),
);

test("escapes say what the engine's own reader says, lone surrogates apart", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const raw = pieces.join("");
      const expected = replaceLoneSurrogates(JSON.parse(`"${raw}"`) as string);
      expect(unescapeJson(raw)).toBe(expected);
    }),
    randomRuns(2_000),
  );
});
