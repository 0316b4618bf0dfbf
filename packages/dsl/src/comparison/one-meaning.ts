import type { Mapping } from "../model/mapping.js";
import { compare } from "./compare.js";
import { ruleAt } from "./comparison-words.js";
import { areEqualRules } from "./equal-rules.js";
import type { RuleEdit } from "./rule-edits.js";

/**
 * Tells whether a rule was written anew so that it is proved to hold for the same responses as before and to give them the same: the two are
 * compared as mappings of one rule each. False as well where that is not decided, and for a rule that was only moved.
 */
export function isOfOneMeaning(
  { before: old, after: now }: RuleEdit,
  mappings: { readonly mappingBefore: Mapping; readonly mappingAfter: Mapping },
): boolean {
  const was = ruleAt(mappings.mappingBefore, old);
  const is = ruleAt(mappings.mappingAfter, now);
  if (was === null || is === null || areEqualRules(was, is)) return false;
  const alone = { captures: [], examples: [] };
  const { changes, undecided, unlisted } = compare(
    { ...mappings.mappingBefore, ...alone, rules: [was] },
    { ...mappings.mappingAfter, ...alone, rules: [is] },
  );
  return changes.length + undecided.length + unlisted === 0;
}
