import { addToGroup } from "../../incremental/groups.js";
import { lastNameOf } from "../../model/field.js";
import type { PositiveTest, RuleModel } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { foldText } from "../../text/case-folding.js";

/** What the tests of one rule ask for, put together once: each text that a rule looks for is held against all its other tests. */
export interface AskedByRule {
  /** Those of a field, without `not`. */
  readonly fieldTests: ReadonlySet<PositiveTest>;
  /** Those of a field, with or without `not`, by its folded name; empty for a field without one. */
  readonly testsByName: ReadonlyMap<string, readonly PositiveTest[]>;
  /** The folded texts that may not stand in the body and in which a name ends, with their tests. */
  readonly textsWithNames: readonly { readonly test: PositiveTest; readonly folded: string }[];
}

const KNOWN = new WeakMap<RuleModel, AskedByRule>();

/** Linear in the rule, once. */
export function askedByRule(rule: RuleModel): AskedByRule {
  const known = KNOWN.get(rule) ?? gathered(rule);
  KNOWN.set(rule, known);
  return known;
}

function gathered({ condition }: RuleModel): AskedByRule {
  const fieldTests = new Set<PositiveTest>();
  const testsByName = new Map<string, PositiveTest[]>();
  const textsWithNames: { test: PositiveTest; folded: string }[] = [];
  for (const { negated, test } of testsOf(condition)) {
    if (test.kind === "status") continue;
    if (test.field !== null) {
      if (!negated) fieldTests.add(test);
      addToGroup(testsByName, foldText(lastNameOf(test.field) ?? ""), test);
    } else if (negated && test.kind === "text") {
      for (const { folded } of test.texts) if (folded.includes('":')) textsWithNames.push({ test, folded });
    }
  }
  return { fieldTests, testsByName, textsWithNames };
}
