import type { Response } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { withoutResponses } from "../../src/exact/exact-answers.js";
import { type NumberedRule, type NumberedTest, numberedTests } from "../../src/exact/numbered-tests.js";
import { everyTextTest, SmallWorld } from "../../src/exact/small-world.js";
import { type TruthVector, truthVectors } from "../../src/exact/truth-vectors.js";
import { answersFromVectors, changingPairs, suffice } from "../../src/exact/vector-answers.js";
import { Random } from "../../src/random.js";
import { mappingOf } from "../../src/random-mappings.js";
import { firstSeed, runs } from "../../src/random-runs.js";

/*
 * Enumeration against products of automata. The automata know the shortest body for each combination of answers, so both must have the
 * very same combinations among bodies that are short enough; where all are, all answers must be the same.
 */

const STATUS_TESTS = [
  "status 200",
  "status 2xx",
  "status 200..299, 404",
  "status 300..599",
  "status 100..299",
];
const STATUSES = [null, 100, 200, 201, 300, 404, 599];
const LONGEST = 5;

const WORLDS = [
  { name: "two letters", own: ["a", "b"], letters: ["a", "b", "f", "+"] },
  { name: "a letter and white space", own: ["a", " "], letters: ["a", " ", "f", "+", "\t"] },
  { name: "a letter and a symbol", own: ["a", "-"], letters: ["a", "-", "f", "+"] },
];

describe.each(WORLDS)("a world of $name", ({ own, letters }) => {
  test("agrees on random lists, as far as its bodies go", () => {
    const tests = [...everyTextTest(3, own), ...STATUS_TESTS];
    const world = new SmallWorld({ tests, letters, longest: LONGEST, statuses: STATUSES });
    const random = new Random(firstSeed(1));
    for (let run = runs(200); run > 0; run -= 1) {
      // Few tests in all, so that they come again.
      const numbers = random.several(4, 4, () => random.integer(0, tests.length - 1));
      const lists = [drawList(random, numbers), drawList(random, numbers)] as const;
      agree(world, lists, random);
    }
  });

  test("agrees on every two rules of one short test, all of whose bodies it has", () => {
    const tests = everyTextTest(2, own);
    const world = new SmallWorld({ tests, letters, longest: LONGEST, statuses: [null] });
    for (const first of tests.keys())
      for (const second of [...tests.keys()].slice(first)) {
        const lists = everyTwo(first, second);
        expect(agree(world, lists, null), tests[first]).toBe(true);
      }
  });
});

/** Both orders of the two tests, each with and without `not`. */
function everyTwo(first: number, second: number): readonly (readonly NumberedRule[])[] {
  const signs = [false, true];
  return [
    [first, second],
    [second, first],
  ].flatMap(([upper = 0, lower = 0]) =>
    signs.flatMap((isUpperNegated) =>
      signs.map((isLowerNegated) => [
        { tests: [{ asked: upper, negated: isUpperNegated }], verdict: "success" },
        { tests: [{ asked: lower, negated: isLowerNegated }], verdict: "reject" },
      ]),
    ),
  );
}

/** Whether the world has bodies for all combinations of the tests of the lists; then it says of them what truth vectors say. */
function agree(
  world: SmallWorld,
  lists: readonly (readonly NumberedRule[])[],
  random: Random | null,
): boolean {
  const written = lists.map((rules) => world.written(rules));
  const numbered = numberedTests(written.map((text) => mappingOf(text)));
  const known = truthVectors(numbered.asked);
  if (known.kind === "too large") throw new Error(`this is too large: ${written.join("\n")}`);
  const { vectors } = known;
  const numbers = lists.flat().flatMap(({ tests }) => tests.map(({ asked }) => asked));
  const lengths = world.combinations([...new Set(numbers)]).map(lengthOf);
  const short = vectors.map(({ response }) => lengthOf(response)).filter((length) => length <= LONGEST);
  expect(lengths.sort(), written.join("\n")).toEqual(short.sort());
  if (short.length < vectors.length) return false;
  for (const [index, rules] of lists.entries()) {
    const own = numbered.lists[index] ?? [];
    expect(withoutResponses(world.answers(rules)), written[index]).toEqual(
      withoutResponses(answersFromVectors(own, vectors)),
    );
    const other = lists[index + 1];
    const isSame = changingPairs(own, numbered.lists[index + 1] ?? [], vectors).length === 0;
    if (other !== undefined) {
      expect(world.difference(rules, other) === null, written.slice(index, index + 2).join("\n")).toBe(
        isSame,
      );
    }
    if (random !== null) sufficeAlike(world, rules, own, vectors, random);
  }
  return true;
}

/** Some of the rules above the last either take all of its responses in both ways to find out, or in neither. */
function sufficeAlike(
  world: SmallWorld,
  rules: readonly NumberedRule[],
  numbered: readonly NumberedRule[],
  vectors: readonly TruthVector[],
  random: Random,
): void {
  const last = rules.length - 1;
  const blockers = rules.slice(0, last).flatMap((_, place) => (random.chance(0.5) ? [place] : []));
  const here = world.suffice(
    blockers.flatMap((place) => rules[place] ?? []),
    rules.slice(last),
  );
  expect(here, world.written(rules)).toBe(suffice(blockers, last, numbered, vectors));
}

function drawList(random: Random, numbers: readonly number[]): readonly NumberedRule[] {
  return random.several(1, 5, () => ({
    tests: random.several(
      1,
      2,
      (): NumberedTest => ({ asked: random.pick(numbers), negated: random.chance(0.4) }),
    ),
    verdict: random.pick(["success", "reject"]),
  }));
}

function lengthOf(response: Response | null): number {
  return typeof response?.body === "string" ? response.body.length : Number.POSITIVE_INFINITY;
}
