import { expect, test } from "vitest";
import { numberedTests } from "../../src/exact/numbered-tests.js";
import { randomRuleList } from "../../src/exact/random-rule-lists.js";
import { refaReachability } from "../../src/exact/refa-reachability.js";
import { truthVectors } from "../../src/exact/truth-vectors.js";
import { answersFromVectors } from "../../src/exact/vector-answers.js";
import { Random } from "../../src/random.js";
import { mappingOf } from "../../src/random-mappings.js";
import { firstSeed, runs } from "../../src/random-runs.js";

test("with automata of another make the same rules are reachable, impossible and unreachable", () => {
  const random = new Random(firstSeed(1));
  const seen = new Set<string>();
  for (let run = runs(250); run > 0; run -= 1) {
    const text = randomRuleList(random, { mostRules: 3, mostTests: 2 });
    const { asked, lists } = numberedTests([mappingOf(text)]);
    const known = truthVectors(asked);
    if (known.kind === "too large") throw new Error(`this is too large: ${text}`);
    const [rules = []] = lists;
    const kinds = answersFromVectors(rules, known.vectors).rules.map(({ kind }) => kind);
    expect(refaReachability(rules, asked), text).toEqual(kinds);
    for (const kind of kinds) seen.add(kind);
  }
  expect(seen.size).toBe(3);
});
