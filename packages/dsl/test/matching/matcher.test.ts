import { createMatcher, type Mapping, type Matcher } from "@responses/dsl";
import { HOSTILE_FAMILIES } from "@responses/testing/hostile-families";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, mappingTextOf, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { randomRuns } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: of how a matcher runs a mapping a verdict shows nothing.
import { ExecutedMapping } from "../../src/matching/executed-mapping.js";
import { Subject } from "../../src/matching/subject.js";
import { TriedMapping } from "../../src/matching/tried-mapping.js";
import { interpreterOf } from "../support/interpreter.js";

/* Every way in which a matcher runs a mapping gives what the bare interpreter gives, the deciding rule included. */

type Decides = Pick<Matcher, "decide">;

const WAYS: readonly (readonly [name: string, make: (mapping: Mapping) => Decides])[] = [
  ["the execution plan", (mapping) => new ExecutedMapping(mapping)],
  [
    "trying rules, with an index after a while",
    (mapping) => {
      const tried = new TriedMapping(mapping);
      return { decide: (response) => tried.decide(new Subject(response)) };
    },
  ],
  ["a matcher", createMatcher],
];

function compare(mapping: Mapping, make: (mapping: Mapping) => Decides, start: number, count: number): void {
  const expected = interpreterOf(mapping);
  const given = make(mapping);
  const draw = responsesFor(mapping);
  const random = new Random(start);
  for (let drawn = 0; drawn < count; drawn++) {
    const response = draw(random);
    const [one, other] = [expected.decide(response), given.decide(response)];
    // A plain comparison first: an assertion for each would take longer than the rest.
    const isSame = one.rule === other.rule && JSON.stringify(one.verdict) === JSON.stringify(other.verdict);
    if (!isSame) expect({ response, ...other }).toEqual({ response, ...one });
  }
}

describe.each(WAYS)("%s", (_name, make) => {
  test("on random mappings and responses", () => {
    fc.assert(
      fc.property(mappingText, seed, (text, start) => compare(mappingOf(text), make, start, 40)),
      randomRuns(300),
    );
  });

  test("on mappings of many rules, and so many responses that it changes its way", () => {
    const many = mappingTextOf({ minStatements: 90, maxStatements: 160 });
    fc.assert(
      fc.property(many, seed, (text, start) => compare(mappingOf(text), make, start, 400)),
      randomRuns(8),
    );
  });

  test.each(HOSTILE_FAMILIES)("on $name", ({ mapping: text, body }) => {
    const mapping = mappingOf(text);
    const response = { status: 200, body: body(3000) };
    expect(make(mapping).decide(response)).toEqual(interpreterOf(mapping).decide(response));
  });
});

test.each(WAYS)("%s gives one response one verdict, however often it comes", (_name, make) => {
  // The rule that holds asks for a text that stands in the body with + for its spaces.
  const rules = [
    ...Array.from({ length: 70 }, (_, number) => `reject form "status" exact "s${number}" as L${number}`),
    ...Array.from(
      { length: 16 },
      (_, number) => `reject form "m" between "code${number} is " and end exact "x"`,
    ),
    'reject form "m" split "lead was" part 2 exact "sold" as Sold',
    "success otherwise",
  ];
  const given = make(mappingOf(`${rules.join("\n")}\n`));
  const labels = Array.from(
    { length: 400 },
    () => given.decide({ status: 200, body: "m=the+lead+was+sold" }).verdict.label,
  );
  expect([...new Set(labels)]).toEqual(["Sold"]);
});

test("a response that is none gets the verdict on an empty one", () => {
  const mapping = mappingOf('success keyword "x"\nreject exact ""\n');
  for (const none of [null, undefined, 7, { body: 12, status: "200" }]) {
    for (const [, make] of WAYS) {
      expect(make(mapping).decide(none as object).verdict).toEqual(
        interpreterOf(mapping).decide(none as object).verdict,
      );
    }
  }
});

test("all rules that hold are told, the deciding one first", () => {
  const mapping = mappingOf('success keyword "a"\nreject keyword "b"\nerror status 5xx\nreject otherwise\n');
  const matcher = createMatcher(mapping);
  for (const body of ["a b", "b", "", "x".repeat(100_000)]) {
    for (const status of [200, 503]) {
      const holding = matcher.holding({ status, body });
      expect(holding).toEqual(interpreterOf(mapping).holding({ status, body }));
      expect(matcher.decide({ status, body }).rule).toBe(holding[0]);
    }
  }
});
