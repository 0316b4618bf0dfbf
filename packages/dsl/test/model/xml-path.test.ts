import { describe, expect, test } from "vitest";
// Imports internals: paths are compared step by step with the grammar; a mapping shows only that one is refused.
import { readXmlPath, writeXmlPath } from "../../src/model/xml-path.js";

/** A path, its steps with `//` where they go to any depth, and its attribute. */
const PATHS: readonly (readonly [string, readonly string[], string | null])[] = [
  ["/a", ["/a"], null],
  ["//a", ["//a"], null],
  ["/a/b//c", ["/a", "/b", "//c"], null],
  ["//a/@id", ["//a"], "/@id"],
  ["//a//@id", ["//a"], "//@id"],
  ["//@id", [], "//@id"],
  ["/a-b/c.d/_e/f1", ["/a-b", "/c.d", "/_e", "/f1"], null],
  ["/é/日本", ["/é", "/日本"], null],
  ["/soap:Envelope/soap:Body", ["/Envelope", "/Body"], null],
  ["//a/@xlink:href", ["//a"], "/@href"],
  ["/\u{10000}a", ["/\u{10000}a"], null],
];

/** What is no path, the path that is offered, and whether a tool may put it in place of it. */
const FAULTS: readonly (readonly [string, string | null, "certain" | "perhaps" | null])[] = [
  ["", null, null],
  ["/a\u200b/b", "/a/b", "certain"],
  ["\u200b/a", "/a", "certain"],
  ["/a\u061c/text()", "/a", "certain"],
  ["a\u061c.b", "//a/b", "perhaps"],
  ["/\u65e5\u200b/b", "/\u65e5/b", "perhaps"],
  ["a", "//a", "perhaps"],
  ["lead/id", "//lead/id", "perhaps"],
  ["@id", "//@id", "perhaps"],
  ["$.a", null, null],
  ["/", null, null],
  ["//", null, null],
  ["///a", null, null],
  ["/a/", "/a", "perhaps"],
  ["/a//", "/a", "perhaps"],
  ["/a/text()", "/a", "certain"],
  ["/text()", null, null],
  ["/a/*", null, null],
  ["/*", null, null],
  ["/a/..", null, null],
  ["/a/.", null, null],
  ["/a[1]", null, null],
  ["//a[@id='1']", null, null],
  ["//a/@id/b", null, null],
  ["//a/@id/@b", null, null],
  ["/@id", "//@id", "perhaps"],
  ["/@", null, null],
  ["/a@id", null, null],
  ["/a/@@id", null, null],
  ["/1a", null, null],
  ["/-a", null, null],
  ["/a b", null, null],
  ["/a ", "/a", "certain"],
  ["result.accepted", "//result/accepted", "perhaps"],
  ["result->accepted", "//result/accepted", "perhaps"],
  ["result/accepted", "//result/accepted", "perhaps"],
  ["//result->accepted", "//result/accepted", "perhaps"],
  ["/a→b->c", "/a/b/c", "perhaps"],
  [" /a", "/a", "certain"],
  ["/:a", null, null],
  ["/a:", null, null],
  ["/a|/b", null, null],
  ["//a:b:c", null, null],
  ["//a/@b:c:d", null, null],
  ["/a\u00d7", null, null],
  ["/a\u2028", "/a", "certain"],
];

describe("an XML path", () => {
  test.each(PATHS)("%s", (text, steps, attribute) => {
    const reading = readXmlPath(text);
    expect(reading).toEqual({
      kind: "path",
      path: {
        steps: steps.map((step) => ({ deep: step.startsWith("//"), name: step.replace(/^\/+/, "") })),
        attribute:
          attribute === null
            ? null
            : { deep: attribute.startsWith("//"), name: attribute.replace(/^\/+@/, "") },
      },
    });
    if (reading.kind === "path") expect(readXmlPath(writeXmlPath(reading.path))).toEqual(reading);
  });

  test.each(FAULTS)("%j is none", (text, offered, certainty) => {
    const reading = readXmlPath(text);
    expect(reading.kind).toBe("fault");
    if (reading.kind !== "fault") return;
    const suggestion = offered === null ? null : { path: offered, certain: certainty === "certain" };
    expect(reading.suggestion).toEqual(suggestion);
    expect(reading.problem).toMatch(/^[^\n]{5,100}$/);
  });

  /** The names of the path, one behind the other; null for what is none and is not repaired. */
  test.each<[string, string, string | null]>([
    ["steps", "/a".repeat(500_000), "a".repeat(500_000)],
    ["slashes", "/".repeat(1_000_000), null],
    ["a long name", `/${"a".repeat(1_000_000)}`, "a".repeat(1_000_000)],
    ["colons", `/${"a:".repeat(500_000)}`, null],
    ["signs at", "@".repeat(1_000_000), null],
  ])("of a million characters is read: %s", (_, text, names) => {
    const reading = readXmlPath(text);
    const read =
      reading.kind === "path" ? reading.path.steps.map(({ name }) => name).join("") : reading.suggestion;
    expect(read === names).toBe(true);
  });
});
