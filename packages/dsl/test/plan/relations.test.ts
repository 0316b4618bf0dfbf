import type { Mapping, Response } from "@responses/dsl";
import { Random } from "@responses/testing/random";
import { mappingOf, mappingText, seed } from "@responses/testing/random-mappings";
import { responsesFor } from "@responses/testing/random-responses";
import { firstSeed, runs } from "@responses/testing/random-runs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
// Imports internals: what is known of two predicates is for checks and compilers; no door shows it.
import { askedBy } from "../../src/plan/mapping-plan.js";
import { planMapping } from "../../src/plan/plan-mapping.js";
import type { Predicate } from "../../src/plan/predicate.js";
import {
  type AskedTest,
  conditionImplies,
  conditionsExclude,
} from "../../src/plan/relations/condition-relations.js";
import {
  excludes,
  excludesOnOneText,
  implies,
  overlaps,
} from "../../src/plan/relations/predicate-relations.js";
import { interpreterOf } from "../support/interpreter.js";

/** What two tests, each written as a rule has it, ask. */
function asked(one: string, other: string): readonly [Predicate, Predicate] {
  const [first, second] = conditionsOf(mappingOf(`error ${one}\nreject ${other}\n`)).map(([only]) => only);
  if (first === undefined || second === undefined) throw new Error("a test is missing");
  return [first.predicate, second.predicate];
}

function conditionsOf(mapping: Mapping): readonly (readonly AskedTest[])[] {
  const plan = planMapping(mapping);
  return plan.rules.map(({ tests }) =>
    tests.map((one) => ({ predicate: askedBy(one, plan), negated: one.negated })),
  );
}

const holds = (written: string, response: Response): boolean =>
  interpreterOf(mappingOf(`success ${written}\n`)).match(response).outcome === "success";

describe("one predicate implies another", () => {
  test.each([
    ["status 201", "status 2xx"],
    ["status 200..250, 251..299", "status 2xx"],
    ["status 210..260", "status 200..230, 231..299"],
    ['keyword "invalid"', 'keyword "Valid"'],
    ['word "sold out"', 'keyword "old"'],
    ['word "sold out"', 'word "sold"'],
    ['keyword "- sold -"', 'word "sold"'],
    ['exact "OK*"', 'keyword "ok"'],
    ['exact "not sold"', 'word "sold"'],
    ['exact "a*b*c"', 'exact "a*c"'],
    ['keyword "abc"', 'exact "*a*c*"'],
    ['keyword "a", "ab"', 'keyword "b", "a"'],
    ['exact " a"', 'keyword "b"'],
    ['exact "a* "', 'keyword "b"'],
    ['json "$.a" above 5', 'json "$.a" above 4.99'],
    ['json "$.a" above 5', 'json "$.a" above 5.0'],
    ['json "$.a[*]" above 5', 'json "$.a[*]" exact "*"'],
    ['json "$.a" exact "7", "8.5"', 'json "$.a" above 6'],
    ['json "$.a" empty', "json \"$['a']\" empty"],
  ])("%s, %s", (one, other) => {
    expect(implies(...asked(one, other))).toBe(true);
  });

  test.each([
    ["status 100..599", 'keyword "a"'],
    ["status 2xx", "status 200..298"],
    ['keyword "sold"', 'word "sold"'],
    ['word "sold"', 'word "sold out"'],
    // White space at the ends of a body is lost to exact alone.
    ['keyword " a"', 'exact "* a*"'],
    ['word " a"', 'exact "* a*"'],
    // Occurrences overlap.
    ['keyword "lead dup"', 'exact "*lead dup*dup phone*"'],
    // A wildcard can be a letter that makes the word longer.
    ['exact "sold*"', 'word "sold"'],
    ['exact "a*c"', 'exact "a*b*c"'],
    ['keyword "a", "c"', 'keyword "a", "b"'],
    ['json "$.a" keyword "ab"', 'json "$.b" keyword "a"'],
    ['json "$.a" keyword "ab"', 'keyword "a"'],
    ['json "$.a" above 5', 'json "$.a" above 5.01'],
    ['json "$.a" above 5', 'json "$.a" below 9'],
    ['json "$.a" empty', 'json "$.a" exact ""'],
  ])("is not said of %s, %s", (one, other) => {
    expect(implies(...asked(one, other))).toBe(false);
  });
});

describe("one predicate excludes another", () => {
  test.each([
    ["status 200", "status 404"],
    ['exact "OK"', 'exact "no"'],
    ['exact "OK"', 'keyword "no"'],
    ['exact "a*"', 'exact "b*"'],
    ['exact "*a"', 'exact "*b"'],
    ['exact "ab*c"', 'exact "abd"'],
    ['json "$.a" exact "x"', 'json "$.a" exact "y"'],
    ['split ";" part 2 exact "x"', 'split ";" part 2 exact "y"'],
    ['json "$.a" above 5', 'json "$.a" below 5'],
    ['json "$.a" above 5', 'json "$.a" exact "4", "none"'],
    ['json "$.a" empty', 'json "$.a" keyword "x"'],
    ['json "$.a[*]" empty', 'json "$.a[*]" above 0'],
    ['json "$.a" keyword "x"', 'xml "//a" keyword "x"'],
    ['json "$.a" keyword "x"', 'json "$.a.b" above 0'],
    ['json "$.a" keyword "x"', 'json "$[0]" keyword "x"'],
    ['xml "/a/b" keyword "x"', 'xml "/c/@d" keyword "x"'],
  ])("%s, %s", (one, other) => {
    const [a, b] = asked(one, other);
    expect([excludes(a, b), excludes(b, a), overlaps(a, b), overlaps(b, a)]).toEqual([
      true,
      true,
      "no",
      "no",
    ]);
  });

  test.each([
    // White space around a value is in the body all the same.
    ['exact "OK"', 'keyword "ok "'],
    ['exact "OK"', 'keyword " "'],
    // Several values are picked, each may answer another question.
    ['json "$.a[*]" exact "x"', 'json "$.a[*]" exact "y"'],
    ['xml "//a" exact "x"', 'xml "//a" exact "y"'],
    ['json "$.a[*]" above 5', 'json "$.a[*]" below 5'],
    // JSON's null is a text, and empty.
    ['json "$.a" empty', 'json "$.a" keyword "ul"'],
    ['json "$.a[*]" keyword "x"', 'json "$.a.b" keyword "x"'],
    ['json "$[0]" keyword "x"', 'json "$[-1]" above 0'],
    ['json "$.a" empty', 'xml "//a" keyword "x"'],
    ['keyword "x"', 'json "$.a" keyword "y"'],
  ])("is not said of %s, %s", (one, other) => {
    const [a, b] = asked(one, other);
    expect([excludes(a, b), excludes(b, a)]).toEqual([false, false]);
  });

  test("is told of one text where a field picks several", () => {
    expect(excludesOnOneText(...asked('xml "//a" exact "x"', 'xml "//a" exact "y"'))).toBe(true);
    expect(excludesOnOneText(...asked('xml "//a" exact "x"', 'xml "//b" exact "y"'))).toBe(false);
  });
});

describe("two predicates overlap", () => {
  test.each<[string, string, Response]>([
    ["status 2xx", "status 201", { status: 201 }],
    ["status 2xx", 'exact "OK"', { status: 200, body: "ok" }],
    ["status 2xx", 'json "$.a" above 5', { status: 200, body: '{"a":6}' }],
    ['keyword "ab"', 'word "bc"', { body: "ab bc" }],
    ['exact "a*"', 'word "b"', { body: "a b" }],
    ['exact "a*b"', 'exact "*c*"', { body: "acb" }],
    ['exact "OK"', 'keyword "ok "', { body: "ok " }],
    ['json "$.a" keyword "x"', 'json "$.a" keyword "y"', { body: '{"a":"xy"}' }],
    ['json "$.a" above 5', 'json "$.a" below 5.1', { body: '{"a":5.05}' }],
    ['keyword "x"', 'json "$.a" empty', { body: "x" }],
    ['json "$.a" empty', 'xml "//b" empty', { body: "" }],
  ])("%s, %s", (one, other, witness) => {
    expect([holds(one, witness), holds(other, witness)]).toEqual([true, true]);
    const [a, b] = asked(one, other);
    expect([overlaps(a, b), overlaps(b, a)]).toEqual(["yes", "yes"]);
  });

  test.each([
    ['keyword "x"', 'json "$.a" keyword "y"'],
    ['json "$.a" keyword "x"', 'json "$.b" keyword "y"'],
    ["status 200", `json "$[999999999]" keyword "x"`],
    ["status 200", 'xml "//a" keyword "\\u{1}"'],
    ["status 200", 'split "x" part 2 keyword "x"'],
  ])("is not known of %s, %s", (one, other) => {
    const [a, b] = asked(one, other);
    expect([overlaps(a, b), overlaps(b, a)]).toEqual(["unknown", "unknown"]);
  });
});

/* What is certain of two predicates holds for every response: here for many that nearly match both. */
const USUAL = 600;
const RUNS = runs(USUAL);
const SEED = firstSeed(Date.now() & 0x7fffffff);

describe(`what is said holds for random responses (seed ${SEED})`, () => {
  test("of predicates and of conditions", () => {
    let said = 0;
    fc.assert(
      fc.property(mappingText, seed, (text, start) => {
        const mapping = mappingOf(text);
        const conditions = conditionsOf(mapping);
        const single = mapping.rules.map((rule) => ({ ...mapping, rules: [rule] }));
        const matchers = single.map((alone) => interpreterOf(alone));
        const random = new Random(start);
        const draw = responsesFor(mapping);
        const held = Array.from({ length: 40 }, () => {
          const response = draw(random);
          return matchers.map((matcher) => matcher.decide(response).rule !== null);
        });
        conditions.forEach((one, a) => {
          conditions.forEach((other, b) => {
            if (a === b) return;
            const implied = conditionImplies(one, other);
            const excluded = conditionsExclude(one, other);
            if (!implied && !excluded) return;
            said++;
            for (const holding of held) {
              const isWrong = holding[a] === true && (holding[b] === true ? excluded : implied);
              if (isWrong) expect({ text, rules: [a, b], implied, excluded }).toBeNull();
            }
          });
        });
      }),
      { seed: SEED, numRuns: RUNS },
    );
    // A few runs need not be like most.
    if (RUNS >= USUAL) expect(said).toBeGreaterThan((1000 * RUNS) / USUAL);
  });
});
