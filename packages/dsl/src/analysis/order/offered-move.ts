import type { ExampleRun } from "../../examples/example-run.js";
import type { Fix } from "../../findings/finding.js";
import { memoized } from "../../incremental/memoized.js";
import type { Rule } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { moveRuleWithin } from "../suggested-statements/moved-rule.js";
import type { Trials } from "../suggested-statements/trials.js";

/**
 * Moving a rule up, as a fix and for a sentence: nothing speaks against it, all examples pass then, or it cannot be, or is one too
 * many to try.
 */
export interface OfferedMove {
  readonly move: "possible" | "examples-pass" | "impossible";
  readonly fixes: readonly Fix[];
}

/** Offers to move the lower rule above the upper one if no example that passes fails then. */
export function offerMove(lower: Rule, upper: Rule, analysed: AnalysedMapping, trials: Trials): OfferedMove {
  const fix = moveRuleWithin(trials, lower, upper, analysed);
  if (fix === null) return { move: "impossible", fixes: [] };
  return { move: allPass(analysed.run) ? "examples-pass" : "possible", fixes: [fix] };
}

/** Whether there are examples, and none fails. */
const allPass = memoized(
  ({ results }: ExampleRun) => results.length > 0 && results.every(({ difference }) => difference === null),
);
