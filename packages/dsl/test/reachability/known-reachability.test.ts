import type { Mapping } from "@responses/dsl";
import { exactMapping } from "@responses/testing/exact/exact-mapping";
import { wrongRedundancy } from "@responses/testing/exact/judged-redundancy";
import { editedRuleList, randomRuleList } from "@responses/testing/exact/random-rule-lists";
import { finish } from "@responses/testing/finish";
import { Random } from "@responses/testing/random";
import { mappingOf } from "@responses/testing/random-mappings";
import { firstSeed, runs } from "@responses/testing/random-runs";
import { describe, expect, test } from "vitest";
// Imports internals: what is taken over across edits, and what an answer cost, no door shows.
import {
  type KnownReachability,
  type KnownRule,
  knownReachability,
} from "../../src/reachability/known-reachability.js";

const ON_BODY = { mostRules: 5, mostTests: 3 };
const ON_FIELDS = { mostRules: 4, mostTests: 3, fields: ['json "$.a"', 'json "$.b[*]"'], asksBody: false };

/** What is known of the rules, where `before` was known before an edit. */
function known({ rules }: Mapping, before: KnownReachability | null = null): KnownReachability {
  const models = rules.map(({ model }) => model);
  return finish(knownReachability(models, before));
}

describe.each([
  { name: "on status and body", bounds: ON_BODY },
  { name: "on fields", bounds: ON_FIELDS },
])("random lists of rules $name", ({ bounds }) => {
  test("have just those needless tests that products of automata have", () => {
    for (let run = 0, seed = firstSeed(1); run < runs(300); run++, seed++) {
      const text = randomRuleList(new Random(seed), bounds);
      const mapping = mappingOf(text);
      const exact = exactMapping(mapping);
      const said = known(mapping).rules.map(({ answer, redundantTests }) =>
        answer.kind === "impossible" || answer.kind === "undecided" ? null : redundantTests,
      );
      if (exact !== null) expect(wrongRedundancy(mapping, said, exact), `seed ${seed}\n${text}`).toEqual([]);
    }
  });

  test("are known after edits as if they were asked anew", () => {
    let kept = 0;
    for (let run = 0, seed = firstSeed(1); run < runs(150); run++, seed++) {
      const random = new Random(seed);
      let text = randomRuleList(random, bounds);
      let mapping = mappingOf(text);
      let before = known(mapping);
      for (let edits = 0; edits < 4; edits++) {
        const edited = editedRuleList(text, random, bounds);
        mapping = mappingOf(edited, mapping.file);
        const after = known(mapping, before);
        const afresh = known(mapping);
        const about = `seed ${seed}\n${text}\n${edited}`;
        expect(after.rules.map(answered), about).toEqual(afresh.rules.map(answered));
        kept += after.rules.filter((rule) => before.rules.includes(rule)).length;
        [text, before] = [edited, after];
      }
    }
    expect(kept).toBeGreaterThan(0);
  });
});

test("a rule that says another label, in another layout, is not asked again, and one that asks in other letters is", () => {
  const rule = 'reject json "$.code" exact "A*" and not status 500 as "Reason 1"';
  const textWith = (changed: string) => `reject keyword "x" as X\n${changed}\nreject keyword "y" as Y\n`;
  const mapping = mappingOf(textWith(rule));
  const before = known(mapping);
  const keptAfter = (changed: string) =>
    known(mappingOf(textWith(changed), mapping.file), before).rules.map(
      (after, n) => after === before.rules[n],
    );
  expect(keptAfter('reject json "$.code"  exact "A*" and not status 500 as "Reason 12"')).toEqual([
    true,
    true,
    true,
  ]);
  expect(keptAfter('error json "$.code" exact "A*" and not status 500')).toEqual([true, true, true]);
  // The response that shows it has the letters of the rule.
  expect(keptAfter(rule.replace("A*", "a*"))).toEqual([true, false, true]);
  expect(keptAfter(rule.replace("not ", ""))).toEqual([true, false, true]);
  expect(keptAfter(rule.replace("500", "501"))).toEqual([true, false, true]);
  expect(keptAfter(rule.replace("$.code", "$.kind"))).toEqual([true, false, true]);
});

function answered({ answer, redundantTests }: KnownRule) {
  return { answer, redundantTests };
}

test("nothing about the body and the status stays undecided", () => {
  for (let run = 0, seed = firstSeed(1); run < runs(300); run++, seed++) {
    const text = randomRuleList(new Random(seed), ON_BODY);
    const kinds = known(mappingOf(text)).rules.map(({ answer }) => answer.kind);
    expect(kinds, `seed ${seed}\n${text}`).not.toContain("undecided");
  }
});
