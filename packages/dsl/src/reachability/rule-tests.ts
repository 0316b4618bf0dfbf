import { testHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { RuleModel, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { PlanTable } from "../plan/plan-table.js";
import type { AskedTest } from "../plan/relations/condition-relations.js";

/** A test of a rule: what it asks, for reasoning, and as it is, for the interpreter. */
export interface RuleTest extends AskedTest {
  readonly test: Test;
}

/** Tests that must all hold; none of them always do. */
export type Conjunction = readonly RuleTest[];

/** The condition of a rule. */
export function conjunctionOf({ condition }: RuleModel, table: PlanTable): Conjunction {
  return testsOf(condition).map((test) => ({
    test,
    predicate: table.predicate(test.test),
    negated: test.negated,
  }));
}

/** Whether all of the tests hold, as the interpreter has it. */
export function conjunctionHolds(tests: Conjunction, subject: Subject): boolean {
  return tests.every(({ test }) => testHolds(test, subject));
}
