import { readJsonPath } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";
// Imports internals: what compiled modules carry is tested by itself.
import { type JsonSegment, pickJson } from "../../src/runtime/json-field.js";
import { pickXml } from "../../src/runtime/xml-field.js";
import { pathOf } from "./xml-picks.js";

/* Bodies of megabytes, and of a million pieces: anything worse than linear in them would not end in time. */

function jsonPath(text: string): readonly JsonSegment[] {
  const reading = readJsonPath(text);
  if (reading.kind === "fault") throw new Error(`${text}: ${reading.problem}`);
  return reading.path;
}

describe("JSON", () => {
  const MILLION = 1_000_000;

  test.each<[string, string, string, number]>([
    ["a string of 10 MB", `{"a":"${"x".repeat(10 * MILLION)}"}`, "$.a", 1],
    ["10 MB of escapes", `{"a":"${"\\n".repeat(5 * MILLION)}"}`, "$.a", 1],
    ["a number of 10 MB", `{"a":${"1".repeat(10 * MILLION)}}`, "$.a", 1],
    ["10 MB of white space", `${" ".repeat(10 * MILLION)}{"a":1}`, "$.a", 1],
    ["a million repeated names", `{${'"a":[1],'.repeat(MILLION)}"a":[2]}`, "$[*][*]", 1],
    ["a million elements from the end", `[${"[1,2],".repeat(MILLION)}[3,4]]`, "$[-3][-1]", 1],
    ["a million brackets", "[".repeat(MILLION), "$", 0],
    ["a million braces", '{"a":'.repeat(MILLION), "$.a", 0],
    ["a million NUL characters", "\0".repeat(MILLION), "$", 0],
    ["a million lone U+FFFD", "\ufffd".repeat(MILLION), "$", 0],
    ["U+FFFD in a string", `["${"\ufffd".repeat(MILLION)}"]`, "$[0]", 1],
    ["a million quotes", '"'.repeat(MILLION), "$", 0],
    ["a million backslashes", `"${"\\".repeat(MILLION)}"`, "$", 1],
  ])("%s", (_, body, path, count) => {
    expect(pickJson(body, jsonPath(path))).toHaveLength(count);
  });

  test("long names of one length", () => {
    const name = "x".repeat(20_000);
    const members = Array.from(
      { length: 2_000 },
      (_, index) => `"${name}${String(index).padStart(5, "0")}":1`,
    );
    expect(pickJson(`{${members.join(",")}}`, jsonPath("$[*]"))).toHaveLength(2_000);
  });
});

describe("XML", () => {
  const MILLION = 1_000_000;
  const attributes = Array.from({ length: 300_000 }, (_, index) => `a${index}='1'`).join(" ");

  test.each<[string, string, string, number]>([
    ["a text of 10 MB", `<a>${"x".repeat(10 * MILLION)}</a>`, "/a", 1],
    ["10 MB of references", `<a>${"&lt;".repeat(2.5 * MILLION)}</a>`, "/a", 1],
    ["a million CDATA sections", `<a>${"<![CDATA[x]]>".repeat(MILLION)}</a>`, "/a", 1],
    ["a million comments in a text", `<a>${"x<!---->".repeat(MILLION)}</a>`, "/a", 1],
    ["a million elements in one", `<a>${"<b>x</b>".repeat(MILLION)}</a>`, "//a", 1],
    ["a million elements beside one another", `<a>${"<b/>".repeat(MILLION)}</a>`, "//b", MILLION],
    ["300,000 attributes", `<a ${attributes}/>`, "//@a7", 1],
    ["300,000 attributes and one twice", `<a ${attributes} a7='1'/>`, "//@a7", 0],
    ["a reference of 10 MB", `<a>&#${"0".repeat(10 * MILLION)}65;</a>`, "/a", 1],
    ["a name of 5 MB", `<a><${"n".repeat(5 * MILLION)}></${"n".repeat(5 * MILLION)}></a>`, "/a", 1],
    [
      "a long declaration",
      `<?xml${" ".repeat(10 * MILLION)}version='1.${"0".repeat(MILLION)}'?><a/>`,
      "/a",
      1,
    ],
    ["a long malformed declaration", `<?xml${" ".repeat(10 * MILLION)}version='1.0' x?><a/>`, "/a", 0],
    ["a million start tags", "<a>".repeat(MILLION), "//a", 0],
    ["a million brackets", "<".repeat(MILLION), "//a", 0],
    ["a million ampersands", `<a>${"&".repeat(MILLION)}</a>`, "//a", 0],
    ["a million ]]", `<a>${"]]".repeat(MILLION)}</a>`, "//a", 1],
    ["a million NUL characters", "\0".repeat(MILLION), "//a", 0],
    ["a million lone U+FFFD", "\ufffd".repeat(MILLION), "//a", 0],
    ["U+FFFD in a text", `<a>${"\ufffd".repeat(MILLION)}</a>`, "//a", 1],
  ])("%s", (_, body, path, count) => {
    expect(pickXml(body, pathOf(path))).toHaveLength(count);
  });
});
