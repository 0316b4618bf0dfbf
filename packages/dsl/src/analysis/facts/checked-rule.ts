import { testHolds } from "../../matching/interpret.js";
import type { Subject } from "../../matching/subject.js";
import type { ExampleModel, RuleModel, Test } from "../../model/mapping.js";
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

/** Whether all tests of the rule but the one hold. */
export function othersHold(rule: CheckedRule, but: Test, subject: Subject): boolean {
  const { condition } = rule.model;
  return (
    condition.kind === "otherwise" ||
    condition.tests.every((test) => test === but || testHolds(test, subject))
  );
}

/** Whether the example must get another outcome than the rule gives. */
export function hasAnotherOutcome(example: ExampleModel, rule: CheckedRule): boolean {
  return example.verdict.outcome !== rule.model.outcome;
}
