import type { Predicate } from "../predicate.js";
import { predicateKeyOf } from "../predicate-key.js";
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

/** A text that is equal for equal tests. */
export function keyOfTest({ predicate, negated }: AskedTest): string {
  return `${negated ? "not " : ""}${predicateKeyOf(predicate)}`;
}

/** Pairs of tests that are compared in less time than it takes to look for equal ones first. */
const FEW_PAIRS = 100;

/**
 * Whether the other condition holds for every response for which the one does. Tests that stand in both are looked up; each other one is
 * compared with all.
 */
export function conditionImplies(one: readonly AskedTest[], other: readonly AskedTest[]): boolean {
  const isShort = one.length * other.length <= FEW_PAIRS;
  const own = isShort ? NO_KEYS : new Set(one.map(keyOfTest));
  return other.every(
    (implied) => (!isShort && own.has(keyOfTest(implied))) || one.some((test) => testImplies(test, implied)),
  );
}

const NO_KEYS: ReadonlySet<string> = new Set();

/** Whether there is no response for which both conditions hold. */
export function conditionsExclude(one: readonly AskedTest[], other: readonly AskedTest[]): boolean {
  return one.some((test) => other.some((excluded) => testExcludes(test, excluded)));
}

/** What must hold, one of them at least, for a condition not to. */
export function opposites(condition: readonly AskedTest[]): readonly AskedTest[] {
  return condition.map(({ predicate, negated }) => ({ predicate, negated: !negated }));
}
