import { matchesGlob, readProjectConfig } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

describe("a glob", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["a.responses", ["a.responses"], ["b.responses", "x/a.responses", "a.responses/x"]],
    ["*.responses", ["a.responses", ".responses"], ["x/a.responses", "a.responses.mjs"]],
    ["**/*.responses", ["a.responses", "x/a.responses", "x/y/a.responses"], ["a.txt"]],
    ["x/**", ["x/a", "x/y/a", "x"], ["y/a", "xx/a"]],
    ["x/**/y/*", ["x/y/a", "x/1/2/y/a", "x/y/y/y/a"], ["x/a", "x/y/a/b"]],
    ["a?c", ["abc", "aéc", "a😀c"], ["ac", "abbc", "a/c"]],
    ["*a*b*", ["ab", "xaxbx", "aab"], ["ba", "a/b"]],
    ["[ab]c", ["ac", "bc"], ["cc", "abc"]],
    ["[a-c]x", ["ax", "bx", "cx"], ["dx", "-x"]],
    ["[!a-c]x", ["dx", "!x"], ["ax"]],
    ["[]]", ["]"], ["a"]],
    ["a[b", ["a[b"], ["ab"]],
    ["{a,b}.x", ["a.x", "b.x"], ["c.x", "{a,b}.x"]],
    ["{a,b{c,d}}", ["a", "bc", "bd"], ["b", "bcd"]],
    ["a{b", ["a{b"], ["ab"]],
    ["a.c", ["a.c"], ["abc"]],
    ["A", ["A"], ["a"]],
  ])("%s", (glob, matching, others) => {
    expect(matching.filter((path) => !matchesGlob(glob, path))).toEqual([]);
    expect(others.filter((path) => matchesGlob(glob, path))).toEqual([]);
  });

  test("takes no longer with many asterisks and braces", () => {
    expect(matchesGlob(`${"*a".repeat(200)}b`, "a".repeat(2000))).toBe(false);
    expect(matchesGlob("{a,b}".repeat(200), "a")).toBe(false);
  });
});

describe("an ignored path", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["drafts", ["drafts", "drafts/a.responses", "x/drafts/a.responses"], ["drafts2/a.responses"]],
    ["drafts/", ["drafts/a.responses", "x/drafts/a.responses"], []],
    ["/drafts", ["drafts/a.responses"], ["x/drafts/a.responses"]],
    ["./drafts", ["drafts/a.responses"], ["x/drafts/a.responses"]],
    ["x/drafts", ["x/drafts/a.responses"], ["drafts/a.responses", "y/x/drafts/a.responses"]],
    ["*.old.responses", ["a.old.responses", "x/a.old.responses"], ["a.responses"]],
    ["x/*.responses", ["x/a.responses"], ["x/y/a.responses"]],
    ["**/old/**", ["x/old/a.responses", "old/a.responses"], ["x/a.responses"]],
  ])("by %s", (glob, ignored, others) => {
    const project = readProjectConfig(JSON.stringify({ ignore: [glob] }));
    if (project.kind === "fault") throw new Error(JSON.stringify(project.problems));
    const { config } = project;
    expect(ignored.filter((path) => !config.ignores(path))).toEqual([]);
    expect(others.filter((path) => config.ignores(path))).toEqual([]);
  });
});
