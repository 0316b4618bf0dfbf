import { subjectOf } from "../../bodies/example-subject.js";
import { isMadeUp } from "../../examples/made-up.js";
import { labelOf, placeOfText } from "../../matching/interpret.js";
import type { Subject } from "../../matching/subject.js";
import type { Example, Rule, RuleModel, Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { predicateOf } from "../../plan/predicate.js";
import { type AskedTest, conditionImplies } from "../../plan/relations/condition-relations.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import type { RecordedRules } from "./recorded-rules.js";

/** An example for which two rules of different verdicts hold. */
export interface SharedExample {
  readonly upper: Rule;
  readonly lower: Rule;
  readonly example: Example;
}

/** Pairs looked at at most: of a file in which everything holds for everything a few say it all. */
const MOST_PAIRS = 2_000;

/**
 * The examples that pass although a rule further down, of another verdict, holds for them, too, the first of each pair of rules.
 * None of a special rule above a general one, which is the order that rules need: where the one condition implies the other,
 * where the lower rule holds for all examples for which the upper one does, and for more, where it asks for no text at all, or with the
 * same outcome for a status alone.
 */
export function* sharedExamples(
  { run, order, mapping }: AnalysedMapping,
  recorded: RecordedRules,
): Iterable<SharedExample> {
  const seen = new Map<RuleModel, Set<RuleModel>>();
  let left = MOST_PAIRS;
  for (const { example, decidedBy: upper, difference } of run.results) {
    if (upper === null || difference !== null || isMadeUp(example.model)) continue;
    const subject = subjectOf(example.model);
    for (const model of recorded.holdingFor(example.model)) {
      const known = seen.get(upper.model) ?? new Set<RuleModel>();
      if (model === upper.model || known.has(model) || giveSame(upper.model, model, subject)) continue;
      seen.set(upper.model, known.add(model));
      if (left-- === 0) return;
      const lower = mapping.rules[order.placeOf(model) ?? -1];
      if (lower === undefined || isSpecialCase(upper.model, model, subject, recorded)) continue;
      yield { upper, lower, example };
    }
    subject.forgetOldFields();
  }
}

/** Whether both give the response one verdict, captures apart. */
function giveSame(one: RuleModel, other: RuleModel, subject: Subject): boolean {
  return one.outcome === other.outcome && labelOf(one.label, subject) === labelOf(other.label, subject);
}

function isSpecialCase(
  upper: RuleModel,
  lower: RuleModel,
  subject: Subject,
  recorded: RecordedRules,
): boolean {
  if (testsOf(lower.condition).every(asksForNoText) || isMoreOfStatus(upper, lower)) return true;
  if (conditionImplies(askedOf(upper, subject), askedOf(lower, null))) return true;
  const ofUpper = recorded.heldBy(upper);
  const ofLower = recorded.heldBy(lower);
  return ofUpper.size < ofLower.size && Array.from(ofUpper).every((example) => ofLower.has(example));
}

/**
 * Whether the upper rule asks for a text where the lower one is for all responses of a status, with the same outcome: the label
 * alone is more exact, whatever else the text may come with.
 */
function isMoreOfStatus(upper: RuleModel, lower: RuleModel): boolean {
  const isOfStatus = ({ test }: Test) => test.kind === "status";
  return (
    upper.outcome === lower.outcome &&
    testsOf(lower.condition).every(isOfStatus) &&
    testsOf(upper.condition).some((test) => !isOfStatus(test) && !asksForNoText(test))
  );
}

/** Whether the test holds for whatever text: a rule of such tests alone, as `otherwise`, is for what the others leave. */
function asksForNoText({ negated, test }: Test): boolean {
  return (
    negated ||
    (test.kind === "text" &&
      test.texts.some(({ pieces }) => pieces.length > 1 && pieces.every((piece) => piece === "")))
  );
}

/** What a rule asks; of lists of texts only those that are found in the response, where there is one. */
function askedOf({ condition }: RuleModel, subject: Subject | null): readonly AskedTest[] {
  return testsOf(condition).map((test) => ({
    predicate: predicateOf(subject === null ? test.test : foundIn(test, subject)),
    negated: test.negated,
  }));
}

function foundIn({ negated, test }: Test, subject: Subject): Test["test"] {
  if (negated || test.kind !== "text") return test;
  const texts =
    test.field === null
      ? [subject.foldedBody]
      : subject.pick(test.field).flatMap(({ folded }) => folded ?? []);
  const found = test.texts.filter((wanted) =>
    texts.some((text) => placeOfText(test.how, wanted, text) !== null),
  );
  return { ...test, texts: found };
}
