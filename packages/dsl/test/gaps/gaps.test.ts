import {
  createMatcher,
  type Gap,
  gaps,
  link,
  type Mapping,
  noOtherFiles,
  parse,
  runExamples,
} from "@responses/dsl";
import { gapInWords, gapSteps, Subject } from "@responses/dsl/editor";
import { Random } from "@responses/testing/random";
import { randomFile } from "@responses/testing/random-files";
import { mappingText } from "@responses/testing/random-mappings";
import { firstSeed, randomRuns, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: that a response is unmapped is asked of the meaning itself, rule by rule.
import { ruleHolds } from "../../src/matching/interpret.js";

function mappingOf(text: string): Mapping {
  const linked = link(parse("a.responses", text), noOtherFiles);
  if (linked.kind === "refused") throw new Error("the mapping is refused");
  return linked.mapping;
}

function examplesIn(text: string): readonly string[] {
  return gaps(mappingOf(text)).gaps.map(({ example }) => example);
}

describe("gaps", () => {
  test("are like the example in which the field tells, with its status and another value", () => {
    const text = `success json "$.outcome" exact "success"
reject json "$.outcome" exact "failure" as Refused
example 201 '{"outcome":"success","lead":{"id":"7"}}' is success
`;
    const [gap, ...others] = gaps(mappingOf(text)).gaps;
    expect(others).toEqual([]);
    expect(gap).toMatchObject({
      field: 'json "$.outcome"',
      value: "pending",
      response: { status: 201, body: '{"outcome":"pending","lead":{"id":"7"}}' },
      example: `example made-up 201 '{"outcome":"pending","lead":{"id":"7"}}' is unmapped`,
    });
    expect(gap?.rule.model.outcome).toBe("success");
    expect(gap === undefined ? "" : gapInWords(gap)).toBe(
      'a response in which json "$.outcome" is "pending" stays unmapped; write a rule for it or, if that is right, record it as an example',
    );
  });

  test.each<[what: string, text: string, examples: readonly string[]]>([
    [
      "the opposite, where only one side is asked for, in its case",
      `success xml "//status" exact "SOLD"\nexample "<r><status>SOLD</status></r>" is success\n`,
      ['example made-up "<r><status>UNSOLD</status></r>" is unmapped'],
    ],
    [
      "the next number",
      `success form "code" exact "1"\nreject form "code" exact "2", "7" as No\nexample "code=1&id=3" is success\n`,
      ['example made-up "code=8&id=3" is unmapped'],
    ],
    [
      "a number at the limit",
      `success json "$.price" above 0\nexample '{"price":2.5}' is success\n`,
      [`example made-up '{"price":0}' is unmapped`],
    ],
    [
      "a number between limits",
      `success json "$.n" above 10\nreject json "$.n" below 5 as Low\nexample '{"n":11}' is success\n`,
      [`example made-up '{"n":6}' is unmapped`],
    ],
    [
      "a sentence where sentences are asked for",
      `success json "$.ok" exact "true"\nreject json "$.message" keyword "duplicate" as Dup\nexample '{"ok":true}' is success\nexample '{"ok":false,"message":"A duplicate"}' is reject\n`,
      [
        `example made-up '{"ok":false}' is unmapped`,
        `example made-up '{"ok":false,"message":"Please try again later"}' is unmapped`,
      ],
    ],
    [
      "a field of a field, in the body inside",
      `success json "$.d" json "$.s" exact "ok"\nexample '{"d":"{\\\\"s\\\\":\\\\"ok\\\\"}"}' is success\n`,
      [`example made-up '{"d":"{\\\\"s\\\\":\\\\"error\\\\"}"}' is unmapped`],
    ],
    [
      "the simplest body, where no example has the field",
      `success json "$.state" exact "sold", "refused"\n`,
      [`example made-up '{"state":"pending"}' is unmapped`],
    ],
    [
      "one for all tests of a field",
      `success json "$.s" exact "NEW"\nreject json "$.s" exact "DUP" as Dup\nerror json "$.s" exact "DOWN"\nexample '{"s":"NEW"}' is success\n`,
      [`example made-up '{"s":"OTHER"}' is unmapped`],
    ],
  ])("are %s", (_, text, examples) => {
    expect(examplesIn(text)).toEqual(examples);
  });

  test.each<[what: string, text: string]>([
    ["otherwise takes all that is left", `success json "$.s" exact "A"\nreject otherwise as Other\n`],
    [
      "a rule takes the field whatever it has",
      `success json "$.s" exact "A"\nreject not json "$.s" empty as json "$.s"\nexample '{"s":"A"}' is success\n`,
    ],
    [
      "the other fields of every example decide by themselves",
      `success json "$.s" exact "A"\nreject json "$.ok" exact "false" as json "$.s"\nreject json "$.why" keyword "dup" as Dup\nexample '{"s":"A"}' is success\nexample '{"s":"x"}' is unmapped\nexample '{"ok":false,"why":"dup"}' is reject\nexample '{"ok":true}' is unmapped\n`,
    ],
    [
      "an example states that such a response is unmapped",
      `success json "$.s" exact "A"\nexample '{"s":"A"}' is success\nexample '{"s":"B"}' is unmapped\n`,
    ],
    [
      "yes and no are asked for",
      `success json "$.ok" exact "true"\nreject json "$.ok" exact "false" as No\nexample '{"ok":true}' is success\n`,
    ],
    ["no rule asks for what a field has", `success keyword "sold"\nreject json "$.error" empty as No\n`],
    ["the file is for others to include", `error json "$.s" exact "A"\n`],
  ])("are not there where %s", (_, text) => {
    expect(examplesIn(text)).toEqual([]);
  });

  test("of fields of included files alone are not those of the file that includes them", () => {
    const host = {
      resolve: (_: string, path: string) => path,
      load: (path: string) => parse(path, 'error json "$.code" exact "E1"\n'),
    };
    const linked = link(parse("a.responses", 'include "b.responses"\nsuccess json "$.s" exact "A"\n'), host);
    if (linked.kind === "refused") throw new Error("the mapping is refused");
    expect(gaps(linked.mapping).gaps.map(({ field }) => field)).toEqual(['json "$.s"']);
  });
});

describe("gaps are looked for within bounds", () => {
  test("of a file with more fields than are gone through it is told how many are left", () => {
    const rules = Array.from({ length: 203 }, (_, field) => `success json "$.f${field}" exact "a"\n`);
    const { gaps: found, left } = gaps(mappingOf(rules.join("")));
    expect([found.length, left]).toEqual([200, 3]);
  });

  // A rule takes whatever is made: two values in the shapes of eight examples, of the 1,000 that may be 16 a field.
  test("where all that may be made is made, the field that it was not enough for is left, too", () => {
    const names = Array.from({ length: 100 }, (_, field) => `f${field}`);
    const rules = names.map((name) => `reject json "$.${name}" exact "a" as No\n`);
    const body = JSON.stringify(Object.fromEntries(names.map((name) => [name, "a"])));
    const examples = Array.from({ length: 9 }, () => `example 200 '${body}' is success\n`);
    const text = ["success status 200\n", ...rules, ...examples].join("");
    expect(gaps(mappingOf(text))).toEqual({ gaps: [], left: 100 - Math.floor(1000 / 16) });
  });

  // The last rule alone tells the examples: 4,000 tests each, in steps of 500, for the first eight of them.
  test("many tests of a field are many steps, and of many examples only the first are told", () => {
    const rules = Array.from({ length: 4000 }, (_, rule) => `success json "$.s" exact "v${rule}"\n`);
    const examples = Array.from(
      { length: 200 },
      (_, id) => `example '{"s":"v3999","id":${id}}' is success\n`,
    );
    const steps = gapSteps(mappingOf([...rules, ...examples].join("")));
    let count = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) count++;
    expect(step.value.gaps.map(({ example }) => example)).toEqual([
      `example made-up '{"s":"other","id":0}' is unmapped`,
    ]);
    expect(count).toBeGreaterThan(8 * 8);
    expect(count).toBeLessThan(20 * 8);
  });
});

/** What must hold of gaps, whatever the mapping. */
function expectRight(mapping: Mapping, found: readonly Gap[], about: string): void {
  const fields = found.map(({ field }) => field);
  expect(new Set(fields).size, about).toBe(fields.length);
  expect(gaps(mapping).gaps, about).toEqual(found);
  for (const gap of found) {
    const subject = new Subject(gap.response);
    expect(
      mapping.rules.some(({ model }) => ruleHolds(model, subject)),
      about,
    ).toBe(false);
    expect(createMatcher(mapping).match(gap.response).outcome, about).toBe("unmapped");
    const tests = gap.rule.model.condition.kind === "otherwise" ? [] : gap.rule.model.condition.tests;
    const isPicked = tests.some(({ test }) => {
      if ((test.kind !== "text" && test.kind !== "number") || test.field === null) return false;
      return subject.pick(test.field).some(({ text }) => text === gap.value);
    });
    expect(isPicked, `${about}\n${gap.example}`).toBe(true);
  }
}

/** The examples that record gaps pass, and leave no gap in their fields. */
function expectRecordable(text: string, found: readonly Gap[], about: string): void {
  const recorded = mappingOf([text, ...found.map(({ example }) => example), ""].join("\n"));
  const results = runExamples(recorded).slice(-found.length);
  expect(results.map(({ difference, verdict }) => [difference, verdict.outcome])).toEqual(
    found.map(() => [null, "unmapped"]),
  );
  const left = new Set(gaps(recorded).gaps.map(({ field }) => field));
  expect(
    found.filter(({ field }) => left.has(field)),
    about,
  ).toEqual([]);
}

test("of random mappings gaps are unmapped, have the value in the field, and can be recorded as they are", () => {
  let count = 0;
  fc.assert(
    fc.property(mappingText, (text) => {
      const mapping = mappingOf(text);
      const found = gaps(mapping).gaps;
      count += found.length;
      expectRight(mapping, found, text);
      if (found.length > 0) expectRecordable(text, found, text);
    }),
    randomRuns(150),
  );
  const seed = firstSeed(1);
  for (let run = 0; run < runs(150); run++) {
    const text = randomFile(new Random(seed + run), 8, []);
    const linked = link(parse("a.responses", text), noOtherFiles);
    if (linked.kind === "refused") continue;
    const found = gaps(linked.mapping).gaps;
    count += found.length;
    expectRight(linked.mapping, found, `RESPONSES_SEED=${seed + run}\n${text}`);
  }
  expect(count).toBeGreaterThan(0);
});
