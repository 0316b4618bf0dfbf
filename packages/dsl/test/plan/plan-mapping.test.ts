import { mappingOf, mappingText } from "@responses/testing/random-mappings";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: the plan is what compilers read; its numbers never leave the library.
import { askedBy } from "../../src/plan/mapping-plan.js";
import { planMapping } from "../../src/plan/plan-mapping.js";
import { PlanTable } from "../../src/plan/plan-table.js";
import { predicateKeyOf } from "../../src/plan/predicate-key.js";
import { ruleKeyOf } from "../../src/plan/rule-key.js";

const planOf = (text: string, table?: PlanTable) => planMapping(mappingOf(text), table);

describe("the plan of a mapping", () => {
  test("knows each predicate once, and rules by their numbers", () => {
    const plan = planOf(`success status 200 and keyword "sold"
reject not keyword "sold" and status 2xx as Unsold
error otherwise
`);
    expect(plan.predicates.map(predicateKeyOf)).toEqual([
      "status 200..200",
      "keyword body 4:sold",
      "status 200..299",
    ]);
    expect(plan.rules.map(({ tests }) => tests)).toEqual([
      [
        { predicate: 0, negated: false },
        { predicate: 1, negated: false },
      ],
      [
        { predicate: 1, negated: true },
        { predicate: 2, negated: false },
      ],
      [],
    ]);
  });

  test("knows each field once: those of tests, of labels, then of captures", () => {
    const plan = planOf(`capture id from json "$.id"
success json "$.a" exact "x" as xml "//b"
reject json "$['a']" empty as json "$.id"
capture rest from split ";" part 2
`);
    expect(plan.fields.map(({ key }) => key)).toEqual([
      "json $.a",
      "xml //b",
      "json $.id",
      'split ";" part 2',
    ]);
  });

  test("holds nothing of a layout, of comments and of places", () => {
    const text = `success status 200, 5xx and json "$.a" exact "*x*", "y" as json "$.b" or Other
reject split "|" part -1 above 1.50
capture id from between "<" and ">"
`;
    const other = `# A comment.\n\n${text.replaceAll(" and ", "\n  and ").replaceAll(", ", ",").replaceAll('"', "'")}`;
    expect(planOf(other)).toEqual(planOf(text));
  });

  test("is the same every time, whatever was planned before with its table", () => {
    const table = new PlanTable();
    fc.assert(
      fc.property(mappingText, (text) => {
        expect(planOf(text, table)).toEqual(planOf(text));
      }),
      randomRuns(300),
    );
  });

  test("shares its values with other plans of one table", () => {
    const table = new PlanTable();
    const before = planOf('success keyword "sold"\nreject json "$.a" exact "no" as json "$.why"\n', table);
    const after = planOf(
      'error status 500\nreject json "$.a" exact "no" as json "$.why"\nsuccess  keyword "sold"\n',
      table,
    );
    expect(after.predicates[1]).toBe(before.predicates[1]);
    expect(after.predicates[2]).toBe(before.predicates[0]);
    expect(after.fields[0]).toBe(before.fields[0]);
  });

  test("keeps texts that differ in case apart as they are written, under one key", () => {
    const plan = planOf(
      'reject keyword "Dup"\nreject keyword "dup"\nreject split "K" part 2 empty\nreject split "k" part 2 empty\n',
    );
    const asked = plan.rules.flatMap(({ tests }) => tests.map((test) => askedBy(test, plan)));
    expect(new Set(asked).size).toBe(4);
    expect(new Set(asked.map(predicateKeyOf)).size).toBe(2);
    expect(plan.fields.length).toBe(1);
  });
});

describe("the key of a rule", () => {
  test.each([
    ['reject keyword "a","b"', "reject keyword 'a', 'B'"],
    ['reject json "$.a" empty as X', "reject json \"$['a']\" empty as 'X'"],
    ["reject status 2xx", "reject status 200 .. 299"],
  ])("is one for %s and %s", (one, other) => {
    const [first, second] = mappingOf(`${one}\n${other}\n`).rules;
    expect(first && ruleKeyOf(first.model)).toBe(second && ruleKeyOf(second.model));
  });

  test("tells apart what differs", () => {
    const text = [
      'reject keyword "a", "b"',
      'reject keyword "a" and keyword "b"',
      'reject keyword "1:a,1:b"',
      'reject word "a", "b"',
      'reject exact "a*b"',
      'reject exact "a\\*b"',
      'reject not keyword "a", "b"',
      'reject json "$.a" keyword "b"',
      'reject json "$.b" keyword "a"',
      'error keyword "a", "b"',
      'reject keyword "a", "b" as X',
      'reject keyword "a", "b" as json "$.X"',
      'reject keyword "a", "b" as json "$.X" or Y',
      'reject json "$.a" above 1',
      'reject json "$.a" below 1',
      'reject json "$.a" empty',
      "reject status 200, 201",
      "reject status 200..201",
      "reject otherwise",
    ].join("\n");
    const keys = mappingOf(text).rules.map(({ model }) => ruleKeyOf(model));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
