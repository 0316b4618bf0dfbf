import { verdictOf } from "../matching/interpret.js";
import type { Verdict } from "../matching/verdict.js";
import type { Capture, CaptureModel, ExampleModel, Mapping, RuleModel } from "../model/mapping.js";
import { RuleOrder } from "../model/rule-order.js";
import { isSameList } from "../work/list-changes.js";
import { inSteps, type Steps } from "../work/steps.js";
import { type Difference, differenceOf } from "./example-result.js";
import { subjectOf } from "./example-subject.js";
import { type Trials, tryRules } from "./trials.js";

/** How an example goes, wherever it and the rule that decides it stand. */
export interface Judgement {
  readonly example: ExampleModel;
  readonly verdict: Verdict;
  readonly decidedBy: RuleModel | null;
  readonly difference: Difference | null;
}

/** How many examples go. It knows no file, so it can outlive the version of a text that it was made of. */
export interface Judgements {
  readonly trials: Trials;
  readonly captures: readonly CaptureModel[];
  readonly of: ReadonlyMap<ExampleModel, Judgement>;
}

/**
 * Runs examples, of whatever file, against a mapping. What an edit left as it was is taken over from the judgements
 * before, the very same objects.
 */
export function* judgeExamples(
  { rules, captures }: Mapping,
  examples: ReadonlySet<ExampleModel>,
  earlier: Judgements | null,
): Steps<Judgements> {
  const trials = yield* tryRules(new RuleOrder(rules), examples, earlier?.trials ?? null);
  const captureModels = captures.map(({ model }) => model);
  const haveSameCaptures = earlier !== null && isSameList(earlier.captures, captureModels);
  const judgements = new Map<ExampleModel, Judgement>();
  yield* inSteps(examples, (example) => {
    const deciding = trials.holding.get(example)?.[0] ?? null;
    const known = haveSameCaptures ? earlier.of.get(example) : undefined;
    const isKnown = known !== undefined && known.decidedBy === deciding;
    judgements.set(example, isKnown ? known : judge(example, deciding, captures));
  });
  return { trials, captures: captureModels, of: judgements };
}

function judge(example: ExampleModel, decidedBy: RuleModel | null, captures: readonly Capture[]): Judgement {
  const verdict = verdictOf(decidedBy, captures, subjectOf(example));
  return { example, verdict, decidedBy, difference: differenceOf(example.verdict, verdict) };
}
