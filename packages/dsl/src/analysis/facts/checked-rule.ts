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

/** Whether all tests of the rule but the one hold; all of them where none is left aside. */
export function othersHold(rule: CheckedRule, but: Test | null, subject: Subject): boolean {
  const { condition } = rule.model;
  return (
    condition.kind === "otherwise" ||
    condition.tests.every((test) => test === but || testHolds(test, subject))
  );
}

/** Whether the verdict that the example must get is one that the rule gives. */
export function isMeantFor({ model: { outcome, label } }: CheckedRule, { verdict }: ExampleModel): boolean {
  if (verdict.outcome === "unmapped" || verdict.outcome !== outcome) return false;
  return (
    verdict.label === null ||
    label.kind === "field" ||
    (label.kind === "fixed" && label.text === verdict.label)
  );
}
