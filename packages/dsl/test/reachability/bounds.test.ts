import { exactMapping } from "@responses/testing/exact/exact-mapping";
import { wrongReachability } from "@responses/testing/exact/judged-reachability";
import { randomRuleList } from "@responses/testing/exact/random-rule-lists";
import { finish } from "@responses/testing/finish";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { expect, test } from "vitest";
// Imports internals: bounds as narrow as these nobody sets.
import { AskedRules } from "../../src/reachability/asked-rules.js";
import { decideRule } from "../../src/reachability/decide-rule.js";
import { Work } from "../../src/solver/work.js";
import { meaningOf } from "../support/interpreter.js";

/* Wherever a search is stopped, it says nothing wrong: what it has said by then is right, or it has not decided. */

const BOUNDS = [0, 3, 10, 30, 100, 300, 1_000, 3_000];

test("a search that is stopped anywhere says nothing wrong", () => {
  let undecided = 0;
  for (let run = 0, seed = firstSeed(1); run < runs(150); run++, seed++) {
    const text = randomRuleList(new Random(seed), { mostRules: 5, mostTests: 3 });
    const mapping = mappingOf(text);
    const exact = exactMapping(mapping);
    const asked = new AskedRules(mapping.rules.map(({ model }) => model));
    for (const bound of BOUNDS) {
      const said = [...mapping.rules.keys()].map((number) => {
        const seen = { responses: [], rules: new Set<number>() };
        const answer = finish(decideRule(number, asked, seen, new Work(bound)));
        return answer.kind === "unreachable" ? { ...answer, isFewest: answer.areFewest } : answer;
      });
      undecided += said.filter(({ kind }) => kind === "undecided").length;
      expect(
        wrongReachability(mapping, said, exact, meaningOf),
        `seed ${seed}, ${bound} steps\n${text}`,
      ).toEqual([]);
    }
  }
  expect(undecided).toBeGreaterThan(0);
});
