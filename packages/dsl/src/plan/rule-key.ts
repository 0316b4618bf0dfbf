import { memoized } from "../incremental/memoized.js";
import type { RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { Outcome } from "../syntax/vocabulary.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { askedBy, type MappingPlan, type PlanRule } from "./mapping-plan.js";
import { type Predicate, predicateOf } from "./predicate.js";
import { predicateKeyOf } from "./predicate-key.js";

/**
 * Equal for rules that ask the same and give the same, wherever they stand and however they are laid out. Worked out once
 * for each meaning, and only when it is asked for.
 */
export const ruleKeyOf = memoized(({ outcome, condition, label }: RuleModel): string => {
  const tests = testsOf(condition).map(({ negated, test }) => ({ negated, predicate: predicateOf(test) }));
  return writeRuleKey(outcome, tests, label);
});

/** The same of a rule of a plan. */
export function planRuleKeyOf({ outcome, tests, label }: PlanRule, plan: MappingPlan): string {
  const asked = tests.map((test) => ({ negated: test.negated, predicate: askedBy(test, plan) }));
  return writeRuleKey(outcome, asked, label);
}

function writeRuleKey(
  outcome: Outcome,
  tests: readonly { readonly negated: boolean; readonly predicate: Predicate }[],
  label: KeyedLabel,
): string {
  const asked = tests.map(({ negated, predicate }) => {
    const key = predicateKeyOf(predicate);
    return lengthPrefixed(negated ? `not ${key}` : key);
  });
  return `${outcome} ${asked.join("")} ${keyOfLabel(label)}`;
}

/** What of a label is in a key, be it one of a model or of a plan. */
type KeyedLabel =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "field"; readonly field: { readonly key: string }; readonly fallback: string | null };

function keyOfLabel(label: KeyedLabel): string {
  switch (label.kind) {
    case "none":
      return "";
    case "fixed":
      return `as ${lengthPrefixed(label.text)}`;
    case "field":
      return `as field ${lengthPrefixed(label.field.key)}${label.fallback === null ? "" : ` or ${lengthPrefixed(label.fallback)}`}`;
  }
}
