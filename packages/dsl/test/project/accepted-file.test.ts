import { type AcceptedEntry, isAcceptedName, readAccepted, writeAccepted } from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function entry(digit: string, mapping: string, change: string): AcceptedEntry {
  return { fingerprint: digit.repeat(16), mapping, change, before: "a", after: "", reason: 'so "be" it' };
}

describe("a file of accepted differences", () => {
  const entries = [
    entry("1", "b.responses", "success → unmapped"),
    entry("0", "b.responses", "success → unmapped"),
    entry("2", "a.responses", "unmapped → success"),
    entry("3", "a.responses", "success → reject A"),
  ];

  test("is read as it was written, an entry a line, in an order of its own", () => {
    const text = writeAccepted(entries);
    expect(writeAccepted(entries.toReversed())).toBe(text);
    expect(text.match(/^ {2}"(.)/gm)).toEqual(['  "3', '  "2', '  "0', '  "1', '  "v']);
    const result = readAccepted(text);
    expect(result.kind === "entries" ? writeAccepted(result.entries) : result).toBe(text);
    expect(writeAccepted([])).toBe('{\n  "version": 1\n}\n');
  });

  test("shows the beginning of long statements, on one line", () => {
    const text = writeAccepted([{ ...entry("1", "a", "b"), before: `x\ny ${"z".repeat(300)}` }]);
    expect(text).toMatch(/"before": "x y z{195}…"/);
  });

  test.each([
    ["", "the text ends where a value is missing"],
    ["[]", "a file of accepted differences is an object"],
    ["{}", '"version": 1 is missing'],
    ['{ "version": "1" }', "only files of version 1 can be read here"],
    ['{ "x": {}, "version": 1 }', '"x" is no fingerprint of a difference'],
    ['{ "0123456789abcdef": 1, "version": 1 }', 'an entry says { "mapping": …'],
    [
      '{ "0123456789abcdef": { "mapping": "a", "change": "b", "reason": " " }, "version": 1 }',
      "none of them empty",
    ],
    ['{ "version": 1, "version": 1 }', '"version" is given twice'],
  ])("%j is none", (text, message) => {
    const result = readAccepted(text);
    expect(result.kind === "fault" ? result.problems[0]?.message : "").toContain(message);
  });

  test.each([
    ["responses.accepted.json", true],
    ["a/b.accepted.json", true],
    [".accepted.json", false],
    ["a/.accepted.json", false],
    ["responses.baseline.json", false],
  ])("may be called %s: %j", (name, expected) => {
    expect(isAcceptedName(name)).toBe(expected);
  });
});
