import { subjectOf } from "../bodies/example-subject.js";
import type { ExampleResult } from "../examples/example-result.js";
import { memoized } from "../incremental/memoized.js";
import { testHolds } from "../matching/interpret.js";
import type { ExampleModel, Mapping, Rule, RuleModel } from "../model/mapping.js";
import { givesExpectedVerdict } from "./near-rule.js";
import { type TestTrace, traceTests } from "./trace.js";

/** What the rules of a mapping have to do with the verdict that a failing example states. */
export type RuleInQuestion =
  /** No rule gives such a verdict, whatever the response. */
  | { readonly kind: "none" }
  /**
   * One rule gives it and is tried for the response, but its last traced test does not hold: the only such rule, or the first of
   * several of which all other tests hold.
   */
  | { readonly kind: "single"; readonly rule: Rule; readonly failing: TestTrace };

/** Rules looked at at most: an example that fails is explained after every keystroke. */
const MOST_RULES = 1000;

/** Of several rules that give the verdict, so many are tried at most: for one of them it is told. */
const MOST_TRIED = 8;

/** Longer conditions are not looked at: nothing of them can be said in a line. */
const MOST_TESTS = 16;

const failingTestOf = memoized((example: ExampleModel) =>
  memoized((rule: RuleModel): TestTrace | null => {
    const last = traceTests(rule, subjectOf(example)).at(-1);
    return last === undefined || last.holds ? null : last;
  }),
);

/** Whether all tests of a rule but one hold, and what a response was asked for is among those that do: a text, or a field. */
const holdsButForOne = memoized((example: ExampleModel) =>
  memoized(({ condition }: RuleModel): boolean => {
    if (condition.kind === "otherwise" || condition.tests.length > MOST_TESTS) return false;
    const subject = subjectOf(example);
    const holding = condition.tests.filter((test) => testHolds(test, subject));
    const isTold = holding.some(({ test, negated }) => !negated && test.kind !== "status");
    return isTold && holding.length === condition.tests.length - 1;
  }),
);

/**
 * The one rule that could have given the verdict which a failing example states, and why it did not; or that there is none.
 * Null where several could and none of them nearly did, where the rule holds or stands below the deciding one, and for an example that fails otherwise.
 */
export function ruleInQuestion(
  { example, decidedBy, difference }: ExampleResult,
  { rules }: Mapping,
): RuleInQuestion | null {
  if (difference?.kind !== "verdict" || example.model.verdict.outcome === "unmapped") return null;
  if (rules.length > MOST_RULES) return null;
  const [first, ...others] = rules.filter((rule) => givesExpectedVerdict(rule, example.model));
  if (first === undefined) return { kind: "none" };
  const isTried = (rule: Rule) => decidedBy === null || rules.indexOf(rule) < rules.indexOf(decidedBy);
  const near = (rule: Rule) => isTried(rule) && holdsButForOne(example.model)(rule.model);
  const rule = others.length === 0 ? first : [first, ...others].slice(0, MOST_TRIED).find(near);
  if (rule === undefined || !isTried(rule)) return null;
  const failing = failingTestOf(example.model)(rule.model);
  return failing === null ? null : { kind: "single", rule, failing };
}
