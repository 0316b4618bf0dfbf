import { type Mapping, overlaps } from "@responses/dsl";
import { exactMapping } from "@responses/testing/exact/exact-mapping";
import { type RuleListBounds, randomRuleList } from "@responses/testing/exact/random-rule-lists";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
import { interpreterOf } from "../support/interpreter.js";

/** The condition of each rule as it is written; null for `otherwise`. */
function conditionsIn(text: string): readonly (string | null)[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const condition = line.replace(/^\w+ /, "").replace(/ as [AB]$/, "");
      return condition === "otherwise" ? null : condition;
    });
}

/** Whether a response meets both conditions, by products of automata: a rule that asks for both can decide; null if not known. */
function canMeetBoth(one: string, other: string): boolean | null {
  const exact = exactMapping(mappingOf(`success ${one} and ${other}\n`));
  const rule = exact?.rules[0];
  if (exact === null || rule === undefined) return null;
  if (rule.kind !== "reachable") return false;
  return exact.isKnown ? true : null;
}

function verdictOf({ rules }: Mapping, place: number): string {
  const model = rules[place]?.model;
  return JSON.stringify([model?.outcome, model?.label.kind === "fixed" ? model.label.text : null]);
}

/** What is wrong with the pairs that are listed, and how many there are. */
function judged(text: string): { readonly wrong: readonly string[]; readonly pairs: number } {
  const mapping = mappingOf(text);
  const conditions = conditionsIn(text);
  const { holding } = interpreterOf(mapping);
  const { pairs, undecided, left } = overlaps(mapping);
  const wrong = pairs.flatMap(({ upper, lower, witness }) => {
    const held = holding(witness).map((rule) => mapping.rules.indexOf(rule));
    return held.includes(upper) && held.includes(lower)
      ? []
      : [`${upper} ${lower}: ${JSON.stringify(witness)}`];
  });
  if (left > 0) wrong.push(`${left} pairs are left`);
  const keyOf = (upper: number, lower: number) => `${upper} ${lower}`;
  const told = new Set(pairs.map(({ upper, lower }) => keyOf(upper, lower)));
  const open = new Set(undecided.map(({ upper, lower }) => keyOf(upper, lower)));
  for (const [upper, one] of conditions.entries()) {
    for (const [lower, other] of conditions.entries()) {
      if (lower <= upper || one === null || other === null) continue;
      const key = keyOf(upper, lower);
      if (verdictOf(mapping, upper) === verdictOf(mapping, lower)) {
        if (told.has(key)) wrong.push(`${key} give one verdict`);
        continue;
      }
      const isRight = open.has(key) ? null : canMeetBoth(one, other);
      if (isRight !== null && isRight !== told.has(key))
        wrong.push(`${key} is ${isRight ? "missing" : "too many"}`);
    }
  }
  return { wrong, pairs: pairs.length };
}

describe.each<{ readonly name: string; readonly bounds: RuleListBounds; readonly count: number }>([
  { name: "on the body", bounds: { mostRules: 5, mostTests: 2 }, count: 150 },
  {
    name: "on a field",
    bounds: { mostRules: 4, mostTests: 2, fields: ['json "$.a"'], asksBody: false },
    count: 80,
  },
  {
    name: "on a field of several",
    bounds: { mostRules: 4, mostTests: 2, fields: ['json "$.a[*]"'], asksBody: false },
    count: 80,
  },
])("random lists of rules $name", ({ bounds, count }) => {
  test("have just the pairs that products of automata have, each with a response of both", () => {
    let found = 0;
    for (let run = 0, seed = firstSeed(1); run < runs(count); run++, seed++) {
      const text = randomRuleList(new Random(seed), bounds);
      const { wrong, pairs } = judged(text);
      expect(wrong, `RESPONSES_SEED=${seed}\n${text}`).toEqual([]);
      found += pairs;
    }
    expect(found).toBeGreaterThan(0);
  });
});

test("an example for which both hold is shown before anything made up", () => {
  const rules = 'success keyword "sold"\nreject keyword "late" as Late\nreject keyword "sold" as Sold\n';
  const mapping = mappingOf(`${rules}example 200 "sold too late" is success\n`);
  expect(overlaps(mapping)).toEqual({
    pairs: [
      { upper: 0, lower: 1, witness: { status: 200, body: "sold too late" } },
      { upper: 0, lower: 2, witness: { status: 200, body: "sold too late" } },
      { upper: 1, lower: 2, witness: { status: 200, body: "sold too late" } },
    ],
    undecided: [],
    left: 0,
  });
});

test("rules of one verdict, rules that exclude each other and otherwise are in no pair", () => {
  const text =
    'reject json "$.a" exact "1" as One\nreject json "$.a" exact "2" as Two\nreject word "x" as One\nerror otherwise\n';
  expect(overlaps(mappingOf(text)).pairs.map(({ upper, lower }) => [upper, lower])).toEqual([[1, 2]]);
});

test("what is not decided is told", () => {
  const text =
    'reject json "$.n" above 5 and json "$.n" below 6 and json "$.n" exact "7*" as N\nsuccess json "$.n" keyword "1"\n';
  expect(overlaps(mappingOf(text)).undecided).toEqual([
    { upper: 0, lower: 1, reason: { kind: "not-understood" } },
  ]);
});

test("pairs that nothing is listed of count as well, and those beyond the bound are told by their number", () => {
  // Two tests each, which all exclude each other; rules of three verdicts in turn.
  const rules = Array.from(
    { length: 2_400 },
    (_, n) => `reject json "$.a" exact "${n}" and json "$.b" exact "${n}" as R${n % 3}`,
  );
  const { pairs, undecided, left } = overlaps(mappingOf(`${rules.join("\n")}\n`));
  expect([pairs, undecided]).toEqual([[], []]);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(3 * 800 * 800);
});

test("of a list with one verdict and a few rules of another all pairs are gone through", () => {
  const reject = (n: number) => `reject json "$.a" exact "${n}" as Same`;
  const rules = Array.from({ length: 10_000 }, (_, n) =>
    n === 9_000 ? 'error json "$.a" exact "x"' : reject(n),
  );
  expect(overlaps(mappingOf(`${rules.join("\n")}\n`))).toEqual({ pairs: [], undecided: [], left: 0 });
});
