import { testHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { RuleModel, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { PlanTable } from "../plan/plan-table.js";
import type { Predicate } from "../plan/predicate.js";
import type { AskedTest } from "../plan/relations/condition-relations.js";

/** A test of a rule: what it asks, for reasoning, and as it is, for the interpreter. */
export interface RuleTest extends AskedTest {
  readonly test: Test;
}

/** Looks up what the test asks when that is first wanted: most tests are never reasoned about. */
class LookedUpTest implements RuleTest {
  readonly test: Test;
  readonly #table: PlanTable;
  #predicate: Predicate | null = null;

  constructor(test: Test, table: PlanTable) {
    this.test = test;
    this.#table = table;
  }

  get negated(): boolean {
    return this.test.negated;
  }

  get predicate(): Predicate {
    this.#predicate ??= this.#table.predicate(this.test.test);
    return this.#predicate;
  }
}

/** Tests that must all hold; none of them always do. */
export type Conjunction = readonly RuleTest[];

/** The condition of a rule. */
export function conjunctionOf({ condition }: RuleModel, table: PlanTable): Conjunction {
  return testsOf(condition).map((test) => new LookedUpTest(test, table));
}

/** Whether all of the tests hold, as the interpreter has it. */
export function conjunctionHolds(tests: Conjunction, subject: Subject): boolean {
  return tests.every(({ test }) => testHolds(test, subject));
}

/** Whether the conditions of both rules are the very same, letter case included, wherever they stand and however laid out. */
export function askTheSame(one: RuleModel | undefined, other: RuleModel | undefined): boolean {
  if (one === undefined || other === undefined || one.condition.kind !== other.condition.kind) return false;
  const table = new PlanTable();
  const [some, others] = [conjunctionOf(one, table), conjunctionOf(other, table)];
  return (
    some.length === others.length &&
    some.every(
      ({ predicate, negated }, place) =>
        predicate === others[place]?.predicate && negated === others[place]?.negated,
    )
  );
}
