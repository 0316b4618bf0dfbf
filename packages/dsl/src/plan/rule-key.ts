import { memoized } from "../incremental/memoized.js";
import type { Label, RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { keyedPredicateOf } from "./predicate.js";

/**
 * Equal for rules that ask the same and give the same, wherever they stand and however they are laid out. Worked out once
 * for each meaning, and only when it is asked for.
 */
export const ruleKeyOf = memoized((rule: RuleModel): string => {
  const tests = testsOf(rule.condition).map(({ negated, test }) => ({
    negated,
    predicate: keyedPredicateOf(test).key,
  }));
  return writeRuleKey(rule, tests);
});

/** The key of a rule whose tests ask these predicates. */
export function writeRuleKey(
  { outcome, label }: Pick<RuleModel, "outcome" | "label">,
  tests: readonly { readonly negated: boolean; readonly predicate: string }[],
): string {
  const asked = tests.map(({ negated, predicate }) =>
    lengthPrefixed(negated ? `not ${predicate}` : predicate),
  );
  return `${outcome} ${asked.join("")} ${keyOfLabel(label)}`;
}

function keyOfLabel(label: Label): string {
  switch (label.kind) {
    case "none":
      return "";
    case "fixed":
      return `as ${lengthPrefixed(label.text)}`;
    case "field":
      return `as field ${lengthPrefixed(label.field.key)}${label.fallback === null ? "" : ` or ${lengthPrefixed(label.fallback)}`}`;
  }
}
