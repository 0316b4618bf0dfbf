import { describe, expect, test } from "vitest";
// Imports internals: a finding shows what one value says at most, and only of an example that a fix draws on.
import { denialOf, senseOfSentence, senseOfValue } from "../../src/analysis/words/verdict-words.js";

describe("what a value says", () => {
  test.each([
    ["accepted", "taken"],
    ["SOLD", "taken"],
    ['"Success!"', "taken"],
    [" verkauft. ", "taken"],
    ["Éxito", "taken"],
    ["ok", "fine"],
    ["in_progress", "fine"],
    ["In-Progress", "fine"],
    ["1", "fine"],
    ["true", "fine"],
    ["rejected", "refused"],
    ["NO_MATCH", "refused"],
    ["Ungültig", "refused"],
    ["false", "refused"],
    ["accepted lead", null],
    ["17", null],
    ["not accepted", null],
    ["", null],
    ["...", null],
  ])("%j: %s", (value, sense) => expect(senseOfValue(value)).toBe(sense));
});

describe("what a sentence says", () => {
  test.each([
    ["Lead accepted", "taken"],
    ["SUCCESS: added", "taken"],
    ["Lead received, thank you", "fine"],
    ["Accepted as duplicate", "refused"],
    ["Lead was not accepted", "refused"],
    ["No buyer, but received", "refused"],
    ["Unable to process", "refused"],
    ["Lead 17", null],
    ["Notable", null],
    // Short words say something by themselves alone.
    ["ok then", null],
    ["", null],
    [`accepted ${"a ".repeat(60)}`, null],
  ])("%j: %s", (text, sense) => expect(senseOfSentence(text)).toBe(sense));
});

describe("what a system says instead", () => {
  test.each([
    ["accepted", "rejected"],
    ["Sold", "Unsold"],
    ["OK", "ERROR"],
    ["Y", "N"],
    ["true", "false"],
    ["1", "0"],
    ["200", "0"],
    ["0", "1"],
    ["Match", "No match"],
    ["MATCHED!", "UNMATCHED"],
    ["Gültig", "Rejected"],
    ["ÉXITO", "REJECTED"],
  ])("%j: %j", (value, denial) => expect(denialOf(value)).toBe(denial));

  test.each([
    "accepted",
    "approved",
    "created",
    "match",
    "pass",
    "qualified",
    "sold",
    "subscribed",
    "success",
    "true",
    "valid",
    "yes",
    "won",
  ])("%j is denied by a value that refuses", (value) =>
    expect([senseOfValue(value), senseOfValue(denialOf(value))]).toEqual([expect.anything(), "refused"]),
  );
});
