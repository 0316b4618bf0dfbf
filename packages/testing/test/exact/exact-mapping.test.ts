import { createMatcher, type Mapping, type Response } from "@responses/dsl";
import { describe, expect, test } from "vitest";
import { exactDifference, exactMapping } from "../../src/exact/exact-mapping.js";
import { editedRuleList, randomRuleList } from "../../src/exact/random-rule-lists.js";
import { contradiction, type SaidOfRule } from "../../src/exact/said-of-rule.js";
import { Random } from "../../src/random.js";
import { mappingOf } from "../../src/random-mappings.js";
import { firstSeed, runs } from "../../src/random-runs.js";

const BOUNDS = { mostRules: 6, mostTests: 3 };

test("two versions of a list differ for just the responses that say so", () => {
  const random = new Random(firstSeed(1));
  let equal = 0;
  for (let run = runs(200); run > 0; run -= 1) {
    const oldText = randomRuleList(random, BOUNDS);
    const newText = editedRuleList(oldText, random, BOUNDS);
    const [oldMapping, newMapping] = [mappingOf(oldText), mappingOf(newText)];
    const difference = exactDifference(oldMapping, newMapping);
    if (difference === null) throw new Error(`this is too large: ${oldText}\n${newText}`);
    for (const { old, new: now, response } of difference.changing) {
      if (response === null) throw new Error("there is no response");
      const said = [oldText, newText, response];
      expect([...said, decidingPlace(oldMapping, response)]).toEqual([...said, old]);
      expect([...said, decidingPlace(newMapping, response)]).toEqual([...said, now]);
      expect(verdict(oldMapping, response), oldText).not.toBe(verdict(newMapping, response));
    }
    if (difference.changing.length > 0) continue;
    equal += 1;
    for (const mapping of [oldMapping, newMapping]) {
      for (const { response } of reachedIn(mapping)) {
        expect(verdict(oldMapping, response), oldText).toBe(verdict(newMapping, response));
      }
    }
  }
  expect(equal).toBeGreaterThan(0);
});

describe("what is said of a rule", () => {
  const mapping = mappingOf(
    [
      "error status 201..204",
      "error status 200..202",
      "error status 203..205",
      "success status 200..205",
      "success status 200 and status 404",
      'success keyword "a"',
    ].join("\n"),
  );
  const wrong = (place: number, said: SaidOfRule): boolean => {
    const exact = exactMapping(mapping);
    const rule = exact?.rules[place];
    if (rule === undefined || exact === null) throw new Error(`there is no rule ${place}`);
    const suffice = (blockers: readonly number[]) => exact.suffice(blockers, place);
    return contradiction(said, { rule, suffice, isKnown: exact.isKnown }) !== null;
  };
  const unreachable = (blockers: readonly number[], isFewest: boolean): SaidOfRule => ({
    kind: "unreachable",
    blockers,
    isFewest,
  });
  const reachable: SaidOfRule = { kind: "reachable", witness: {} };

  test.each<readonly [string, number, SaidOfRule, boolean]>([
    ["a fewest set", 3, unreachable([1, 2], true), false],
    ["one that suffices", 3, unreachable([0, 1, 2], false), false],
    ["one that suffices, as the fewest", 3, unreachable([0, 1, 2], true), true],
    ["one that does not suffice", 3, unreachable([0, 1], false), true],
    ["a rule that is not reached, as reached", 3, reachable, true],
    ["a rule that is not reached, as impossible", 3, { kind: "impossible" }, true],
    ["nothing", 3, { kind: "undecided" }, false],
    ["a rule that never holds", 4, { kind: "impossible" }, false],
    ["a rule that never holds, as not reached", 4, unreachable([0], false), true],
    ["a rule that is reached", 5, reachable, false],
    ["a rule that is reached, as not reached", 5, unreachable([0, 1, 2, 3], false), true],
    ["a rule that is reached, as impossible", 5, { kind: "impossible" }, true],
  ])("%s", (_, place, said, isWrong) => {
    expect(wrong(place, said)).toBe(isWrong);
  });

  test("of fields beside a body only what never holds is known", () => {
    const exact = exactMapping(mappingOf('reject keyword "{"\nsuccess json "$.a" exact "x"\n'));
    const [, rule] = exact?.rules ?? [];
    if (rule === undefined || exact === null) throw new Error("there is no second rule");
    const right = {
      rule,
      suffice: (blockers: readonly number[]) => exact.suffice(blockers, 1),
      isKnown: exact.isKnown,
    };
    expect(rule.kind).toBe("reachable");
    expect(contradiction(unreachable([0], true), right)).toBeNull();
  });
});

function decidingPlace(mapping: Mapping, response: Response): number | null {
  const { rule } = createMatcher(mapping).decide(response);
  return rule === null ? null : mapping.rules.indexOf(rule);
}

function verdict(mapping: Mapping, response: Response): string {
  const { outcome, label } = createMatcher(mapping).match(response);
  return JSON.stringify([outcome, label]);
}

/** For each rule that is reached a response that it decides. */
function reachedIn(mapping: Mapping): readonly { readonly response: Response }[] {
  return (exactMapping(mapping)?.rules ?? []).flatMap((rule) =>
    rule.kind === "reachable" && rule.response !== null ? [{ response: rule.response }] : [],
  );
}
