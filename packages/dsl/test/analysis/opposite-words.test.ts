import { foldText } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
// Imports internals: a finding shows one opposite at most, and only of texts that an example has.
import { oppositesOf } from "../../src/analysis/words/opposite-words.js";

describe("texts of opposite sense", () => {
  test.each([
    ["valid", "invalid"],
    ["valid lead", "invalid lead"],
    [" valid", "not valid"],
    ["valid,", "invalid,"],
    ["matched", "unmatched"],
    ["success", "unsuccessful"],
    ["Successful post", "unsuccessful post"],
    ["ACCEPTED", "not accepted"],
    ["accepted by Smith", "not accepted by smith"],
    ["matched: 3", "unmatched: 3"],
    ["match found", "no match found"],
    ["match", "no match"],
    ["found", "not found"],
    ["ready", "already exists"],
    ["error", "no error"],
    ["Gültig", "ungültig"],
    ["accepté", "non accepté"],
  ])("%j is part of %j", (keyword, opposite) => {
    const folded = foldText(keyword);
    const opposites = oppositesOf(folded);
    expect(opposites?.texts[0]).toBe(opposite);
    expect(opposites?.texts.filter((text) => !text.includes(folded))).toEqual([]);
  });

  test.each([
    '"valid"',
    "validation failed",
    "is valid",
    "lead valid",
    "invalid",
    "not valid",
    "success: 1",
    "success! thank you",
    "matches found: 5",
    "successor",
    "soldier",
    "error 603",
    "errors: zip",
    "duplicate",
    "",
    " ",
  ])("%j is part of none", (keyword) => expect(oppositesOf(keyword)).toBeNull());
});
