import type { RuleModel } from "../../model/mapping.js";
import type { StatementSyntax } from "../../syntax/tree.js";

/**
 * A rule as checks see it: what it says, but not where it stands. So what they find holds on while lines move. `nth` tells
 * rules of equal text apart, counted from 0.
 */
export interface CheckedRule {
  readonly model: RuleModel;
  readonly syntax: StatementSyntax;
  readonly nth: number;
}
