import { subjectOf } from "../bodies/example-subject.js";
import type { ExampleResult } from "../examples/example-result.js";
import { memoized } from "../incremental/memoized.js";
import type { ExampleModel, Mapping, Rule, RuleModel } from "../model/mapping.js";
import { givesExpectedVerdict } from "./near-rule.js";
import { type TestTrace, traceTests } from "./trace.js";

/** What the rules of a mapping have to do with the verdict that a failing example states. */
export type RuleInQuestion =
  /** No rule gives such a verdict, whatever the response. */
  | { readonly kind: "none" }
  /** One rule alone gives it and is tried for the response, but its last traced test does not hold. */
  | { readonly kind: "single"; readonly rule: Rule; readonly failing: TestTrace };

/** Rules looked at at most: an example that fails is explained after every keystroke. */
const MOST_RULES = 1000;

const failingTestOf = memoized((example: ExampleModel) =>
  memoized((rule: RuleModel): TestTrace | null => {
    const last = traceTests(rule, subjectOf(example)).at(-1);
    return last === undefined || last.holds ? null : last;
  }),
);

/**
 * The one rule that could have given the verdict which a failing example states, and why it did not; or that there is none.
 * Null where several could, where the rule holds or stands below the deciding one, and for an example that fails otherwise.
 */
export function ruleInQuestion(
  { example, decidedBy, difference }: ExampleResult,
  { rules }: Mapping,
): RuleInQuestion | null {
  if (difference?.kind !== "verdict" || example.model.verdict.outcome === "unmapped") return null;
  if (rules.length > MOST_RULES) return null;
  const [first, ...others] = rules.filter((rule) => givesExpectedVerdict(rule, example.model));
  if (first === undefined) return { kind: "none" };
  if (others.length > 0) return null;
  if (decidedBy !== null && rules.indexOf(first) > rules.indexOf(decidedBy)) return null;
  const failing = failingTestOf(example.model)(first.model);
  return failing === null ? null : { kind: "single", rule: first, failing };
}
