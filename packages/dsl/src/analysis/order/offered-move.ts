import type { ExampleRun } from "../../examples/example-run.js";
import type { Fix } from "../../findings/finding.js";
import type { RuleMove } from "../../findings/rule-move.js";
import { memoized } from "../../incremental/memoized.js";
import type { Rule } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { linePlace } from "../placing/line-place.js";
import { moveRuleWithin } from "../suggested-statements/moved-rule.js";
import type { Trials } from "../suggested-statements/trials.js";

/** Moving a rule up, for a sentence, and as a fix where it can be. */
export interface OfferedMove {
  readonly move: RuleMove;
  readonly fixes: readonly Fix[];
}

/** Offers to move the lower rule above the upper one if no example that passes fails then. */
export function offerMove(lower: Rule, upper: Rule, analysed: AnalysedMapping, trials: Trials): OfferedMove {
  const { file } = analysed.mapping;
  const moved = moveRuleWithin(trials, lower, upper, analysed);
  switch (moved?.kind) {
    case undefined:
      return { move: { kind: "untried" }, fixes: [] };
    case "possible":
      return { move: { kind: allPass(analysed.run) ? "examples-pass" : "possible" }, fixes: [moved.fix] };
    case "harmful":
      return { move: { kind: "harmful", line: linePlace(moved.example, file) }, fixes: [] };
    case "takes-all":
      return { move: { kind: "takes-all", line: linePlace(upper, file) }, fixes: [] };
    case "past-include":
      return { move: { kind: "past-include" }, fixes: [] };
  }
}

/** Whether there are examples, and none fails. */
const allPass = memoized(
  ({ results }: ExampleRun) => results.length > 0 && results.every(({ difference }) => difference === null),
);
