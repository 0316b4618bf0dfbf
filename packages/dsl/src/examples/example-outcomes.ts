import { subjectOf } from "../bodies/example-subject.js";
import { isSameList } from "../incremental/list-changes.js";
import { inSteps, type Steps } from "../incremental/steps.js";
import { captureIndex } from "../matching/capture-index.js";
import { verdictOf } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import type { Capture, CaptureModel, ExampleModel, Mapping, RuleModel } from "../model/mapping.js";
import { RuleOrder } from "../model/rule-order.js";
import { type Difference, differenceOf } from "./example-result.js";
import { matchRules, type RuleMatches } from "./rule-matches.js";

/** How an example goes, wherever it and the rule that decides it stand. */
export interface ExampleOutcome {
  readonly example: ExampleModel;
  readonly verdict: Verdict;
  readonly decidedBy: RuleModel | null;
  readonly difference: Difference | null;
}

/** How many examples go. It knows no file, so it can outlive the version of a text that it was made of. */
export interface ExampleOutcomes {
  readonly ruleMatches: RuleMatches;
  readonly captures: readonly CaptureModel[];
  readonly byExample: ReadonlyMap<ExampleModel, ExampleOutcome>;
}

/**
 * Runs examples, of whatever file, against a mapping. What an edit left as it was is taken over from the outcomes
 * before, the very same objects.
 */
export function* evaluateExamples(
  { rules, captures }: Mapping,
  examples: ReadonlySet<ExampleModel>,
  earlier: ExampleOutcomes | null,
): Steps<ExampleOutcomes> {
  const ruleMatches = yield* matchRules(
    new RuleOrder(rules, earlier?.ruleMatches.order ?? null),
    examples,
    earlier?.ruleMatches ?? null,
  );
  const captureModels = captures.map(({ model }) => model);
  const names = new Set(captureModels.map(({ name }) => name));
  const haveSameCaptures = earlier !== null && isSameList(earlier.captures, captureModels);
  const byExample = new Map<ExampleModel, ExampleOutcome>();
  const capturesFor = captureIndex(captures);
  yield* inSteps(examples, (example) => {
    const deciding = ruleMatches.holding.get(example)?.[0] ?? null;
    const known = haveSameCaptures ? earlier.byExample.get(example) : undefined;
    const isKnown = known !== undefined && known.decidedBy === deciding;
    byExample.set(example, isKnown ? known : evaluate(example, deciding, capturesFor, names));
  });
  return { ruleMatches, captures: captureModels, byExample };
}

function evaluate(
  example: ExampleModel,
  decidedBy: RuleModel | null,
  capturesFor: (subject: Subject) => readonly Capture[],
  names: ReadonlySet<string>,
): ExampleOutcome {
  const subject = subjectOf(example);
  const verdict = verdictOf(decidedBy, capturesFor(subject), subject);
  return { example, verdict, decidedBy, difference: differenceOf(example.verdict, verdict, names) };
}
