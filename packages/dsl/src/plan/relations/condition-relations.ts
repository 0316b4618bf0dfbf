import type { Predicate } from "../predicate.js";
import { excludes, implies } from "./predicate-relations.js";

/*
 * What is known of tests with their `not`, and of conditions, which are tests that must all hold. As sound as what is known
 * of predicates, and no more exact: a condition is compared test by test.
 */

/** What a test asks, and whether the answer must be no. */
export interface AskedTest {
  readonly predicate: Predicate;
  readonly negated: boolean;
}

/** Whether the other test holds for every response for which the one does. */
function testImplies(one: AskedTest, other: AskedTest): boolean {
  if (one.negated) return other.negated && implies(other.predicate, one.predicate);
  return other.negated ? excludes(one.predicate, other.predicate) : implies(one.predicate, other.predicate);
}

/** Whether there is no response for which both tests hold. */
function testExcludes(one: AskedTest, other: AskedTest): boolean {
  return testImplies(one, { predicate: other.predicate, negated: !other.negated });
}

/** Whether the other condition holds for every response for which the one does. */
export function conditionImplies(one: readonly AskedTest[], other: readonly AskedTest[]): boolean {
  return other.every((implied) => one.some((test) => testImplies(test, implied)));
}

/** Whether there is no response for which both conditions hold. */
export function conditionsExclude(one: readonly AskedTest[], other: readonly AskedTest[]): boolean {
  return one.some((test) => other.some((excluded) => testExcludes(test, excluded)));
}

/** What must hold, one of them at least, for a condition not to. */
export function opposites(condition: readonly AskedTest[]): readonly AskedTest[] {
  return condition.map(({ predicate, negated }) => ({ predicate, negated: !negated }));
}
