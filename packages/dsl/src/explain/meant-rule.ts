import { subjectOf } from "../bodies/example-subject.js";
import type { ExampleResult } from "../examples/example-result.js";
import type { ExampleRun } from "../examples/example-run.js";
import { labelOf } from "../matching/interpret.js";
import type { ExampleModel, Rule, RuleModel } from "../model/mapping.js";

/**
 * The rules below the deciding one that hold for a failing example's response and would give the verdict that it states,
 * in order: only their place keeps the example from passing. None for an example that fails for any other reason.
 */
export function rulesMeantBelow(result: ExampleResult, run: ExampleRun): readonly Rule[] {
  const { example, decidedBy, difference } = result;
  if (decidedBy === null || difference?.kind !== "verdict") return [];
  return run
    .rulesFor(example)
    .slice(1)
    .filter((rule) => givesStatedVerdict(rule.model, example.model));
}

/** Whether the rule, which holds for the example's response, gives the verdict that the example states. */
function givesStatedVerdict({ outcome, label }: RuleModel, example: ExampleModel): boolean {
  const { verdict } = example;
  if (verdict.outcome !== outcome) return false;
  return verdict.label === null || labelOf(label, subjectOf(example)) === verdict.label;
}
