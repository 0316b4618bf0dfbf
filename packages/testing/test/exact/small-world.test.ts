import type { Response } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { withoutResponses } from "../../src/exact/exact-answers.js";
import { type NumberedRule, type NumberedTest, numberedTests } from "../../src/exact/numbered-tests.js";
import { everyTextTest, SmallWorld } from "../../src/exact/small-world.js";
import { truthVectors } from "../../src/exact/truth-vectors.js";
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
    const rules = [false, true].flatMap((negated) =>
      tests.map((_, asked): NumberedRule => ({ tests: [{ asked, negated }], verdict: "success" })),
    );
    for (const upper of rules)
      for (const lower of rules) {
        const pair = [upper, { ...lower, verdict: "reject" }];
        const whole = agree(world, [pair, []], null);
        expect(whole, world.written(pair)).toBe(true);
      }
  });
});

/** Whether the world has bodies for all combinations of the tests of both lists. */
function agree(
  world: SmallWorld,
  [oldRules, newRules]: readonly [readonly NumberedRule[], readonly NumberedRule[]],
  random: Random | null,
): boolean {
  const written = [world.written(oldRules), world.written(newRules)];
  const { asked, lists } = numberedTests(written.map(mappingOf));
  const known = truthVectors(asked);
  if (known.kind === "too large") throw new Error(`this is too large: ${written.join("\n")}`);
  const [oldNumbered = [], newNumbered = []] = lists;
  const numbers = [...oldRules, ...newRules].flatMap(({ tests }) => tests.map((one) => one.asked));
  const combinations = world.combinations([...new Set(numbers)]);
  const short = known.vectors.filter(({ response }) => lengthOf(response) <= LONGEST);
  expect(combinations.map(lengthOf).sort(), written.join("\n")).toEqual(
    short.map(({ response }) => lengthOf(response)).sort(),
  );
  if (short.length < known.vectors.length) return false;
  for (const [rules, numbered] of [
    [oldRules, oldNumbered],
    [newRules, newNumbered],
  ] as const) {
    const expected = withoutResponses(answersFromVectors(numbered, known.vectors));
    expect(withoutResponses(world.answers(rules)), world.written(rules)).toEqual(expected);
    if (random === null || rules.length < 2) continue;
    const blockers = rules.slice(0, -1).flatMap((_, place) => (random.chance(0.5) ? [place] : []));
    const blocked = rules[rules.length - 1];
    if (blocked === undefined) continue;
    const blocking = blockers.flatMap((place) => rules[place] ?? []);
    expect(world.suffice(blocking, blocked), world.written(rules)).toBe(
      suffice(blockers, rules.length - 1, numbered, known.vectors),
    );
  }
  const isSame = changingPairs(oldNumbered, newNumbered, known.vectors).length === 0;
  expect(world.difference(oldRules, newRules) === null, written.join("\n")).toBe(isSame);
  return true;
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
