import { exactMapping } from "@responses/testing/exact/exact-mapping";
import { wrongReachability } from "@responses/testing/exact/judged-reachability";
import { PITFALLS } from "@responses/testing/exact/pitfalls";
import { type RuleListBounds, randomRuleList } from "@responses/testing/exact/random-rule-lists";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
// Imports internals: findings are made of these answers, which no door shows yet.
import { reachability } from "../../src/reachability/reachability.js";
import { meaningOf } from "../support/interpreter.js";

/** What is wrong with what is said of the rules of a mapping. */
function wrongIn(text: string): readonly string[] {
  const mapping = mappingOf(text);
  const said = reachability(mapping).map((answer) =>
    answer.kind === "unreachable" ? { ...answer, isFewest: answer.areFewest } : answer,
  );
  return wrongReachability(mapping, said, exactMapping(mapping), meaningOf);
}

describe.each(Object.entries(PITFALLS))("where shortcuts are wrong: %s", (_, pitfalls) => {
  test.each(pitfalls)("$name", ({ rules, answers, mayStayUndecided }) => {
    const text = rules.map((rule) => `${rule}\n`).join("");
    expect(wrongIn(text)).toEqual([]);
    for (const [place, said] of reachability(mappingOf(text)).entries()) {
      const right = answers[place];
      if (said.kind === "undecided" && mayStayUndecided === true) continue;
      expect([place, said.kind]).toEqual([place, right?.kind]);
      if (said.kind !== "unreachable" || right?.kind !== "unreachable") continue;
      expect(right.fewest).toContainEqual(said.blockers);
      expect(said.areFewest).toBe(true);
    }
  });
});

describe.each<{ readonly name: string; readonly bounds: RuleListBounds; readonly count: number }>([
  { name: "of two tests on the body", bounds: { mostRules: 4, mostTests: 2 }, count: 1_000 },
  { name: "of one test on the body", bounds: { mostRules: 7, mostTests: 1 }, count: 500 },
  {
    name: "on a field",
    bounds: { mostRules: 4, mostTests: 2, fields: ['json "$.a"'], asksBody: false },
    count: 500,
  },
  {
    name: "on a field of several",
    bounds: { mostRules: 4, mostTests: 2, fields: ['json "$.a[*]"'], asksBody: false },
    count: 500,
  },
  {
    name: "on attributes, forms and fields of fields",
    bounds: {
      mostRules: 4,
      mostTests: 2,
      fields: ['xml "/r/@id"', 'form "a"', 'json "$.d" json "$.a"', 'split "|" part 2'],
      asksBody: false,
    },
    count: 200,
  },
  {
    name: "on the body and two fields",
    bounds: { mostRules: 3, mostTests: 2, fields: ['json "$.a"', 'json "$.b"'] },
    count: 300,
  },
])("random lists of rules $name", ({ bounds, count }) => {
  test("are said to be what products of automata say", () => {
    for (let run = 0, seed = firstSeed(1); run < runs(count); run++, seed++) {
      const text = randomRuleList(new Random(seed), bounds);
      expect(wrongIn(text), `seed ${seed}\n${text}`).toEqual([]);
    }
  });
});

test("a rule below so many that they are looked up is unreachable where its bodies have + for a space", () => {
  const rules = [
    ...Array.from({ length: 70 }, (_, number) => `form "status" exact "s${number}"`),
    ...Array.from({ length: 16 }, (_, number) => `form "m" between "code${number} is " and end exact "x"`),
    'form "m" split "lead was" part 2 exact "sold"',
    ...Array.from({ length: 30 }, (_, number) => `form "m" between "pre${number} is " and end exact "x"`),
    'form "m" split "lead was" part 2 exact "sold", "SOLD" and status 2xx',
  ];
  const said = reachability(mappingOf(rules.map((rule) => `reject ${rule}\n`).join("")));
  const taken = said.flatMap((answer, place) => (answer.kind === "reachable" ? [] : [{ place, ...answer }]));
  expect(taken).toMatchObject([{ place: rules.length - 1, kind: "unreachable", blockers: [86] }]);
});
