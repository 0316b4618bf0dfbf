import {
  Baseline,
  type BaselineEntry,
  isBaselineName,
  isUnseen,
  readBaseline,
  writeBaseline,
} from "@responses/dsl/editor";
import { runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const entry = fc.record({
  file: fc.string({ unit: "binary", minLength: 1 }).map((text) => `${text}.responses`),
  name: fc.constantFrom("untested-rule", "label-spelling", "one-that-nobody-knows-yet"),
  fingerprint: fc.constantFrom("0123456789abcdef", "fedcba9876543210"),
  count: fc.integer({ min: 1, max: 999_999_999 }),
  statement: fc.string({ unit: "binary" }),
});

const entries = fc.uniqueArray(entry, {
  selector: ({ file, name, fingerprint }) => `${file}: ${name} ${fingerprint}`,
});

const isHidden = (character: string): boolean => isUnseen(character.codePointAt(0) ?? 0);

describe("the text of a baseline", () => {
  test("says the entries, in an order that depends on nothing but them, one a line", () => {
    fc.assert(
      fc.property(entries, fc.func(fc.integer()), (all, order) => {
        const text = writeBaseline(all);
        expect(writeBaseline(all.toSorted((a, b) => order(a) - order(b)))).toBe(text);
        expect(text.trimEnd().split("\n")).toHaveLength(all.length + 3);
        expect(Array.from(text.replaceAll("\n", "")).filter(isHidden)).toEqual([]);
        const result = readBaseline(text);
        if (result.kind === "fault") throw new Error(result.problems[0]?.message);
        const told = (list: readonly BaselineEntry[]) =>
          list.map(({ statement, ...rest }) => JSON.stringify(rest)).sort();
        expect(told(result.baseline.entries)).toEqual(told(all));
        // What was cut stays as it was cut.
        expect(writeBaseline(result.baseline.entries)).toBe(text);
      }),
      { numRuns: runs(300) },
    );
  });

  test("begins every entry's statement, on one line, however long it is", () => {
    const text = writeBaseline([
      {
        file: "a.responses",
        name: "untested-rule",
        fingerprint: "0".repeat(16),
        count: 2,
        statement: `a\n  ${"x".repeat(200)}`,
      },
    ]);
    expect(text).toBe(
      `{\n  "a.responses: untested-rule 0000000000000000": { "count": 2, "statement": "a ${"x".repeat(97)}…" },\n  "version": 1\n}\n`,
    );
  });

  test("can be merged with what takes out or adds other lines: each entry's line ends alike", () => {
    const lines = writeBaseline(
      ["a", "b", "c"].map((name) => ({
        file: `${name}.responses`,
        name: "untested-rule",
        fingerprint: "0".repeat(16),
        count: 1,
        statement: "",
      })),
    ).split("\n");
    for (const left of [1, 2, 3]) {
      const result = readBaseline(lines.filter((_, number) => number !== left).join("\n"));
      expect(result.kind).toBe("baseline");
    }
  });
});

const KEY = '"a.responses: untested-rule 0123456789abcdef"';

test.each([
  ["", "1:1 the text ends where a value is missing"],
  ["[]", "1:1 a baseline is an object"],
  [`{ ${KEY}: { "count": 1 } }`, '1:1 "version": 1 is missing'],
  ['{ "version": 2 }', "1:14 only baselines of version 1 can be read here"],
  ['{ "version": "1" }', "1:14 only baselines of version 1 can be read here"],
  [`{ ${KEY}: { "count": 0 }, "version": 1 }`, '1:61 an entry says how many there are: { "count": 1, … }'],
  [`{ ${KEY}: 1, "version": 1 }`, '1:50 an entry says how many there are: { "count": 1, … }'],
  [`{ ${KEY}: { "count": 1.5 }, "version": 1 }`, '1:61 an entry says how many there are: { "count": 1, … }'],
  [
    `{ ${KEY}: { "count": 1 }, ${KEY}: { "count": 2 }, "version": 1 }`,
    '1:66 "a.responses: untested-rule 0123456789abcdef" is given twice',
  ],
  ['{ "x": { "count": 1 }, "version": 1 }', '1:3 "x" is no entry: "FILE: FINDING FINGERPRINT"'],
  [
    '{ "a.responses: syntax 0123456789abcdef": { "count": 1 }, "version": 1 }',
    "1:3 syntax cannot be in a baseline: a mapping that has it cannot be run",
  ],
  [
    `{\n<<<<<<< HEAD\n  ${KEY}: { "count": 1 },\n=======`,
    '2:1 a name in double quotes is missing, as in "severity": …',
  ],
])("what is wrong with %s", (text, expected) => {
  const result = readBaseline(text);
  const lines = text.split("\n");
  const told =
    result.kind === "baseline"
      ? []
      : result.problems.map(({ message, span: { start } }) => {
          const before = text.slice(0, start).split("\n");
          expect(lines.length).toBeGreaterThanOrEqual(before.length);
          return `${before.length}:${(before.at(-1)?.length ?? 0) + 1} ${message}`;
        });
  expect(told[0]).toBe(expected);
});

test("an entry of a file is found by the name that the baseline gives it", () => {
  const one = {
    file: "b/a.responses",
    name: "untested-rule",
    fingerprint: "0".repeat(16),
    count: 1,
    statement: "",
  };
  const baseline = new Baseline([one]);
  expect(baseline.entriesOf("b/a.responses")).toEqual([one]);
  expect(baseline.entriesOf("a.responses")).toEqual([]);
});

test.each([
  ["responses.baseline.json", true],
  ["../old/acme.baseline.json", true],
  [".baseline.json", false],
  ["old/.baseline.json", false],
  ["baseline.json", false],
  ["acme.responses", false],
])("whether %s may be the name of a baseline", (name, expected) => {
  expect(isBaselineName(name)).toBe(expected);
});
