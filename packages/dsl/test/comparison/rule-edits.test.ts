import { expect, test } from "vitest";
// Imports internals: edits show in Markdown alone, where a list of them is hard to read.
import { ruleEdits } from "../../src/comparison/rule-edits.js";
import { unchangedRules } from "../../src/comparison/unchanged-rules.js";
import { letterRules } from "../support/letter-rules.js";

test.each([
  { name: "nothing", before: "abc", after: "abc", edits: [] },
  { name: "one written anew", before: "abc", after: "aBc", edits: ["b → B"] },
  { name: "one that came", before: "ab", after: "axb", edits: ["+ x"] },
  { name: "one that is gone, where it stood", before: "abc", after: "ac", edits: ["- b"] },
  { name: "one that moved", before: "abc", after: "cab", edits: ["c → c"] },
  { name: "one that became two", before: "abc", after: "axyc", edits: ["- b", "+ x", "+ y"] },
  { name: "all", before: "a", after: "xy", edits: ["- a", "+ x", "+ y"] },
])("$name", ({ before, after, edits }) => {
  const { edits: found } = ruleEdits(letterRules(before), letterRules(after));
  const told = found.map((edit) => {
    const [old, now] = [edit.before, edit.after];
    if (old === null) return `+ ${after[now ?? 0]}`;
    return now === null ? `- ${before[old]}` : `${before[old]} → ${after[now]}`;
  });
  expect(told).toEqual(edits);
});

test("which rules are unchanged is worked out once for two lists, and anew for others", () => {
  const [before, after] = [letterRules("abc"), letterRules("acb")];
  const first = unchangedRules(before.rules, after.rules);
  expect(unchangedRules(before.rules, after.rules)).toBe(first);
  expect(unchangedRules(after.rules, before.rules)).not.toBe(first);
  expect(unchangedRules(before.rules, letterRules("acb").rules)).toEqual(first);
});

test("the cause is the rule that decides now where it was edited, or else the one that did", () => {
  const { causeOf, unedited } = ruleEdits(letterRules("abc"), letterRules("aBc"));
  expect(causeOf({ before: 2, after: 1 })).toEqual({ before: 1, after: 1 });
  expect(causeOf({ before: 1, after: null })).toEqual({ before: 1, after: 1 });
  expect(causeOf({ before: 0, after: 2 })).toBeNull();
  expect([0, 1, 2].map(unedited)).toEqual([0, null, 2]);
});

test.each([
  { name: "a rule that moved down", before: "xabc", after: "abxc", passed: "ab" },
  { name: "one that moved up", before: "abcx", after: "axbc", passed: "bc" },
  { name: "one that came, those below it", before: "abc", after: "axbc", passed: "bc" },
  { name: "one that is gone, those below it", before: "axbc", after: "abc", passed: "bc" },
  { name: "one that was written anew in its place, none", before: "abc", after: "aBc", passed: "" },
  { name: "rules that were written anew are passed, too", before: "xabcd", after: "aBcxd", passed: "abc" },
])("passed by $name", ({ before, after, passed }) => {
  const { edits, passedBy } = ruleEdits(letterRules(before), letterRules(after));
  const edit = edits.find(
    ({ before: old, after: now }) =>
      (before[old ?? -1] ?? after[now ?? -1])?.toLowerCase() === (passed === "" ? "b" : "x"),
  );
  if (edit === undefined) throw new Error("nothing was edited");
  expect(
    passedBy(edit)
      .map((place) => before[place])
      .join(""),
  ).toBe(passed);
});
