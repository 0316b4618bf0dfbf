import type { Rule } from "../model/mapping.js";
import { ruleKeyOf } from "../plan/rule-key.js";

/** Whether two rules ask the same and give the same, however they are laid out. Quick for rules that are written the same. */
export function areEqualRules(one: Rule, other: Rule): boolean {
  return (
    one.model === other.model ||
    writtenRule(one) === writtenRule(other) ||
    ruleKeyOf(one.model) === ruleKeyOf(other.model)
  );
}

/** What stands in the file, without what stands above it. What a rule means depends on nothing else. */
export function writtenRule({ statement: { syntax } }: Rule): string {
  return syntax.text.slice(syntax.span.from, syntax.span.to);
}
