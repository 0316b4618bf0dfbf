import { memoized } from "../incremental/memoized.js";
import type { RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { predicateOf } from "./predicate.js";
import { predicateKeyOf } from "./predicate-key.js";

/**
 * Equal for rules that ask the same and give the same, wherever they stand and however they are laid out. Worked out once
 * for each meaning, and only when it is asked for.
 */
export const ruleKeyOf = memoized(({ outcome, condition, label }: RuleModel): string => {
  const asked = testsOf(condition).map(({ negated, test }) => {
    const key = predicateKeyOf(predicateOf(test));
    return lengthPrefixed(negated ? `not ${key}` : key);
  });
  return `${outcome} ${asked.join("")} ${keyOfLabel(label)}`;
});

function keyOfLabel(label: RuleModel["label"]): string {
  switch (label.kind) {
    case "none":
      return "";
    case "fixed":
      return `as ${lengthPrefixed(label.text)}`;
    case "field":
      return `as field ${lengthPrefixed(label.field.key)}${label.fallback === null ? "" : ` or ${lengthPrefixed(label.fallback)}`}`;
  }
}
