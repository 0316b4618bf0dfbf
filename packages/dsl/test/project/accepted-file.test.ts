import {
  type AcceptedEntry,
  acceptedEntry,
  isAcceptedName,
  readAccepted,
  writeAccepted,
} from "@responses/dsl/editor";
import { describe, expect, test } from "vitest";

function entry(digit: string, mapping: string, change: string): AcceptedEntry {
  return acceptedEntry({ mapping, change, before: "a", after: "", of: digit.repeat(16) }, 'so "be" it');
}

describe("a file of accepted differences", () => {
  const entries = [
    entry("1", "b.responses", "success → unmapped"),
    entry("0", "b.responses", "success → unmapped"),
    entry("2", "a.responses", "unmapped → success"),
    entry("3", "a.responses", "success → reject A"),
  ];

  test("hides nothing from whoever reviews it: what nobody sees is written as escapes", () => {
    const difference = {
      mapping: "a\u200b",
      change: "success → unmapped",
      before: "b\u202e",
      after: "",
      of: "0",
    };
    const text = writeAccepted([acceptedEntry(difference, "\u{e0041}")]);
    expect(text).toContain('"mapping": "a\\u200b"');
    expect(text).toContain('"before": "b\\u202e"');
    expect(text).toContain('"reason": "\\udb40\\udc41"');
    expect(readAccepted(text)).toMatchObject({ entries: [{ ...difference, reason: "\u{e0041}" }] });
  });

  test("is read as it was written, an entry a line, in an order of its own", () => {
    const text = writeAccepted(entries);
    expect(writeAccepted(entries.toReversed())).toBe(text);
    expect([...text.matchAll(/"mapping": "(\w).*→ (\w+)/g)].map(([, a, b]) => `${a} ${b}`)).toEqual([
      "a reject",
      "a success",
      "b unmapped",
      "b unmapped",
    ]);
    expect(text).toMatch(/\n {2}"version": 1\n\}\n$/);
    const result = readAccepted(text);
    expect(result.kind === "entries" ? writeAccepted(result.entries) : result).toBe(text);
    expect(writeAccepted([])).toBe('{\n  "version": 1\n}\n');
  });

  test("shows the beginning of long statements, on one line", () => {
    const difference = { ...entry("1", "a", "b"), before: `x\ny ${"z".repeat(400)}` };
    const text = writeAccepted([acceptedEntry(difference, "so be it")]);
    expect(text).toMatch(/"before": "x y z{295}…"/);
    expect(readAccepted(text).kind).toBe("entries");
  });

  test.each([
    ["mapping", '"b.responses"', '"c.responses"'],
    ["change", "success → unmapped", "reject → unmapped"],
    ["before", '"before": "a"', '"before": "b"'],
    ["after", '"after": ""', '"after": "a"'],
    ["all that it is made of", "2222222222222222", "1111111111111111"],
  ])("is refused where somebody has edited its %s, with its place", (_, written, edited) => {
    const text = writeAccepted(entries);
    expect(text).toContain(written);
    const result = readAccepted(text.replace(written, edited));
    expect(result.kind === "fault" ? result.problems[0]?.message : "").toContain(
      'this entry was written for something else than it says: only "reason" may be edited',
    );
    expect(readAccepted(text.replace("so ", "and so ")).kind).toBe("entries");
  });

  test("may have entries of an earlier version, which are made of nothing", () => {
    const line = '  "0123456789abcdef": { "mapping": "a", "change": "b", "reason": "c" },\n';
    const result = readAccepted(`{\n${line}  "version": 1\n}\n`);
    expect(result.kind === "entries" && result.entries.map(({ of }) => of)).toEqual([null]);
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
