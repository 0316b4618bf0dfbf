import { compare } from "@responses/dsl";
import { exactDifference } from "@responses/testing/exact/exact-mapping";
import { wrongComparison } from "@responses/testing/exact/judged-comparison";
import {
  editedRuleList,
  type RuleListBounds,
  randomRuleList,
} from "@responses/testing/exact/random-rule-lists";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
import { meaningOf } from "../support/interpreter.js";

/*
 * Lists of rules before and after an edit: the groups of responses that get another verdict are those that products of automata have.
 */

describe.each<{ readonly name: string; readonly bounds: RuleListBounds; readonly count: number }>([
  { name: "on the body", bounds: { mostRules: 4, mostTests: 2 }, count: 500 },
  {
    name: "on a field",
    bounds: { mostRules: 4, mostTests: 2, fields: ['json "$.a"'], asksBody: false },
    count: 300,
  },
  {
    name: "on fields of several values",
    bounds: { mostRules: 3, mostTests: 2, fields: ['json "$.a[*]"', 'json "$.b"'], asksBody: false },
    count: 200,
  },
])("edits of rules $name", ({ bounds, count }) => {
  test("change what products of automata say", () => {
    let same = 0;
    for (let run = 0, seed = firstSeed(1); run < runs(count); run++, seed++) {
      const random = new Random(seed);
      const text = randomRuleList(random, bounds);
      const edited = editedRuleList(text, random, bounds);
      const [before, after] = [mappingOf(text), mappingOf(edited)];
      const comparison = compare(before, after);
      const { changes, undecided } = comparison;
      const exact = exactDifference(before, after);
      const about = `seed ${seed}\n${text}\n${edited}`;
      expect(wrongComparison(before, after, comparison, exact, meaningOf), about).toEqual([]);
      if (bounds.asksBody !== false) expect(undecided, about).toEqual([]);
      if (changes.length === 0 && undecided.length === 0) same++;
    }
    // Of few runs none may be such.
    if (runs(count) >= count) expect(same).toBeGreaterThan(0);
  });
});
