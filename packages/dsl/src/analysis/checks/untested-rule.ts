import { ownRules } from "../../examples/coverage.js";
import { findingAt } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";

/** A file without any example is told so at each of its rules, too: an editor shows at a rule what is missing there. */
export const checkUntestedRule: Check = function* (analysed) {
  for (const rule of ownRules(analysed.mapping)) {
    if (analysed.decidedBy(rule).length > 0) continue;
    yield findingAt({ name: "untested-rule", parameters: {} }, rule, rule.model.outcomeSpan);
  }
};
