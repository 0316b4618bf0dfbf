import { compare } from "@responses/dsl";
import { exactDifference } from "@responses/testing/exact/exact-mapping";
import {
  editedRuleList,
  type RuleListBounds,
  randomRuleList,
} from "@responses/testing/exact/random-rule-lists";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
import { interpreterOf } from "../support/interpreter.js";

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
      const { changes, undecided } = compare(before, after);
      const exact = exactDifference(before, after);
      if (exact === null) continue;
      const about = `seed ${seed}\n${text}\n${edited}`;
      const found = new Set(changes.map((change) => `${change.before} ${change.after}`));
      const right = new Set(exact.changing.map((pair) => `${pair.old} ${pair.new}`));
      // What is not decided is neither claimed nor denied; whatever is claimed has a response that shows it.
      const missed = [...right].filter((pair) => !found.has(pair));
      if (exact.isKnown && undecided.length === 0) expect(missed, about).toEqual([]);
      if (exact.isKnown)
        expect(
          [...found].filter((pair) => !right.has(pair)),
          about,
        ).toEqual([]);
      for (const { witness, verdictBefore, verdictAfter } of changes) {
        expect(interpreterOf(before).match(witness), about).toEqual(verdictBefore);
        expect(interpreterOf(after).match(witness), about).toEqual(verdictAfter);
        expect(verdictBefore, about).not.toEqual(verdictAfter);
      }
      if (changes.length === 0 && undecided.length === 0) same++;
    }
    expect(same).toBeGreaterThan(0);
  });
});
