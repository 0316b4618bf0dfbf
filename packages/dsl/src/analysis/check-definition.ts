import type { Finding } from "../findings/finding.js";
import type { AnalysedMapping } from "./analysed-mapping.js";
import type { CheckedRule } from "./facts/checked-rule.js";
import type { RuleFacts } from "./facts/rule-facts.js";
import type { UnplacedFinding } from "./placing/unplaced-finding.js";

/** What computes the findings of one name; they are in the mapping's own file only. */
export type Check =
  /** Looks at one rule at a time. What it asks of others is written down, so it need not look again while that holds. */
  | { readonly of: "rule"; readonly find: (rule: CheckedRule, facts: RuleFacts) => Iterable<UnplacedFinding> }
  /** Looks at the whole mapping, after every edit anew, and at what has been found in it so far. */
  | {
      readonly of: "mapping";
      readonly find: (analysed: AnalysedMapping, found: readonly Finding[]) => Iterable<Finding>;
    };

/** A check that looks at one rule at a time. */
export function checkOfRules(find: Extract<Check, { of: "rule" }>["find"]): Check {
  return { of: "rule", find };
}

/** A check that looks at the whole mapping. */
export function checkOfMapping(find: Extract<Check, { of: "mapping" }>["find"]): Check {
  return { of: "mapping", find };
}
