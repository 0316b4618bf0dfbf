import { subjectOf } from "../bodies/example-subject.js";
import { changesBetween } from "../incremental/list-changes.js";
import { inSteps, StepBudget, type Steps } from "../incremental/steps.js";
import { ruleHolds } from "../matching/interpret.js";
import { ruleIndexSteps } from "../matching/rule-index.js";
import type { Subject } from "../matching/subject.js";
import type { ExampleModel, RuleModel } from "../model/mapping.js";
import type { RuleOrder } from "../model/rule-order.js";

/** Which rules hold for which examples. It knows no file, so it can outlive the version of a text that it was made of. */
export interface RuleMatches {
  readonly order: RuleOrder;
  /**
   * For each example the rules that hold for it, each once, in their order: the first decides. Of more than `MOST_HOLDING` only the first
   * ones: all of all examples would be a product.
   */
  readonly holding: ReadonlyMap<ExampleModel, readonly RuleModel[]>;
}

/** So many of the rules that hold for one example are known, the first ones. */
export const MOST_HOLDING = 100;

/**
 * Tries rules on examples. Whether a rule holds depends on the two alone: of what was tried before an edit, only rules that
 * came are tried on all examples, and examples that came on all rules.
 */
export function* matchRules(
  order: RuleOrder,
  examples: ReadonlySet<ExampleModel>,
  earlier: RuleMatches | null,
): Steps<RuleMatches> {
  const holding = new Map<ExampleModel, readonly RuleModel[]>();
  if (earlier !== null) yield* takeOver(earlier, order, examples, holding);
  const others = Array.from(examples).filter((example) => !holding.has(example));
  const candidates = yield* candidatesAmong(order.distinct, others);
  const budget = new StepBudget();
  for (const example of others) {
    const subject = subjectOf(example);
    const rules: RuleModel[] = [];
    for (const rule of candidates(subject)) {
      if (ruleHolds(rule, subject)) rules.push(rule);
      if (rules.length === MOST_HOLDING) break;
      if (budget.isSpentBy(1)) yield;
    }
    holding.set(example, rules);
    if (budget.isSpentBy(20)) yield;
  }
  for (const example of examples) subjectOf(example).forgetOldFields();
  return { order, holding };
}

/** Brings up to date what was tried before. */
function* takeOver(
  earlier: RuleMatches,
  order: RuleOrder,
  examples: ReadonlySet<ExampleModel>,
  holding: Map<ExampleModel, readonly RuleModel[]>,
): Steps<void> {
  const { added, removed, isOrderKept } = changesBetween(earlier.order.distinct, order.distinct);
  const candidates = yield* candidatesAmong(added, examples);
  const placeOf = (rule: RuleModel) => order.placeOf(rule) ?? 0;
  const byPlace = (a: RuleModel, b: RuleModel) => placeOf(a) - placeOf(b);
  yield* inSteps(examples, (example) => {
    const known = earlier.holding.get(example);
    if (known === undefined) return;
    // Which others hold behind those that are known is not known.
    const isCut = known.length === MOST_HOLDING;
    if (isCut && !(isOrderKept && known.every((rule) => !removed.has(rule)))) return;
    const subject = subjectOf(example);
    const came: RuleModel[] = [];
    for (const rule of candidates(subject)) if (ruleHolds(rule, subject)) came.push(rule);
    const isSame = came.length === 0 && isOrderKept && !known.some((rule) => removed.has(rule));
    const stayed = isSame ? known : known.filter((rule) => !removed.has(rule));
    holding.set(example, isSame ? known : [...stayed, ...came].sort(byPlace).slice(0, MOST_HOLDING));
  });
}

/** Tells which of the rules can hold for a subject, in order: all of them, where it is not worth while to look them up. */
function* candidatesAmong(
  rules: readonly RuleModel[],
  examples: Iterable<ExampleModel>,
): Steps<(subject: Subject) => Iterable<RuleModel>> {
  let characters = 0;
  for (const { body } of examples) characters += CHARACTERS_FOR_AN_EXAMPLE + body.length;
  if (characters < WORTHWHILE) return () => rules;
  const index = yield* ruleIndexSteps(rules.map((model) => ({ model })));
  return function* (subject) {
    for (const { model } of index.candidates(subject)) yield model;
  };
}

/** An index over rules takes as long as trying them all on a few short bodies. */
const WORTHWHILE = 20_000;
const CHARACTERS_FOR_AN_EXAMPLE = 4_000;
