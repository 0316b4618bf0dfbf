import { ownRules } from "../examples/coverage.js";
import { type ExampleOutcome, type ExampleOutcomes, evaluateExamples } from "../examples/example-outcomes.js";
import type { ExampleResult } from "../examples/example-result.js";
import { EvaluatedExamples, type ExampleRun } from "../examples/example-run.js";
import { rulesMeantBelow } from "../explain/meant-rule.js";
import { nearRuleAboveDeciding } from "../explain/near-rule.js";
import { ruleInQuestion } from "../explain/rule-in-question.js";
import { addToGroup } from "../incremental/groups.js";
import { memoized } from "../incremental/memoized.js";
import { cutIntoPieces, type Pieces } from "../incremental/pieces.js";
import type { Steps } from "../incremental/steps.js";
import { type CountedTexts, countTexts } from "../incremental/text-counts.js";
import { ruleHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import { linkIncluded, located } from "../model/link.js";
import type {
  Example,
  ExampleModel,
  FileModel,
  IncludedFile,
  Located,
  Mapping,
  Rule,
  RuleModel,
} from "../model/mapping.js";
import type { RuleOrder } from "../model/rule-order.js";
import { testsOf } from "../model/rule-parts.js";
import {
  type KnownReachability,
  type KnownRule,
  knownReachability,
} from "../reachability/known-reachability.js";
import type { CheckedRule } from "./facts/checked-rule.js";
import { type ContainingTexts, TEXTS_OF_RULES, unanchoredTextsOf } from "./facts/containing-texts.js";
import { ExampleBodies } from "./facts/example-bodies.js";
import { KEYWORD_PLACES, type KeywordPlaces, keywordsOnBody } from "./facts/keyword-places.js";
import { type LabelSpellings, labelSpellings } from "./facts/label-spellings.js";
import { type Occurrences, occurrenceSteps } from "./facts/occurrences.js";
import { type RulePairs, rulePairs } from "./order/rule-pairs.js";
import type { StatementRef } from "./placing/unplaced-finding.js";

/** What is known of a mapping apart from where things stand, so that it can outlive the version of a text. */
export interface MappingKnowledge {
  /** How the mapping's own examples go, and those of the files that it includes. */
  readonly outcomes: ExampleOutcomes;
  /** How an included file's examples go in that file, by its path, where some go otherwise here. */
  readonly byThemselves: ReadonlyMap<string, ExampleOutcomes>;
  /** What the mapping's own examples show of the system. */
  readonly bodies: ExampleBodies;
  /** The keywords and unanchored texts of the mapping's own rules. */
  readonly keywords: CountedTexts<RuleModel>;
  readonly unanchoredTexts: CountedTexts<RuleModel>;
  readonly keywordPlaces: Occurrences<ExampleModel, KeywordPlaces>;
  readonly textsOfRules: Occurrences<RuleModel, ContainingTexts>;
  /** Whether each of the mapping's rules can decide. */
  readonly reachability: KnownReachability;
  /** Which of them hold for one likely response, and give it different verdicts. */
  readonly pairs: RulePairs;
  /** How the labels of all rules are spelt. */
  readonly labels: LabelSpellings;
  /** The mapping's own rules. */
  readonly ownRules: Pieces<RuleModel>;
}

/** Works out what checks ask of a mapping; what an edit left as it was is taken over from what was known before. */
export function* analysedMappingSteps(
  mapping: Mapping,
  earlier: MappingKnowledge | null,
): Steps<AnalysedMapping> {
  const own = mapping.examples.map(({ model }) => model);
  const included = mapping.included.flatMap(({ file }) => examplesIn(file));
  const outcomes = yield* evaluateExamples(
    mapping,
    new Set([...own, ...included]),
    earlier?.outcomes ?? null,
  );
  const bodies = yield* ExampleBodies.read(own, earlier?.bodies ?? null);
  const rules = ownRules(mapping).map(({ model }) => model);
  const keywords = yield* countTexts(rules, keywordsOnBody, earlier?.keywords ?? null);
  const unanchoredTexts = yield* countTexts(rules, unanchoredTextsOf, earlier?.unanchoredTexts ?? null);
  const { models } = outcomes.ruleMatches.order;
  const reachability = yield* knownReachability(models, earlier?.reachability ?? null);
  return new AnalysedMapping(mapping, {
    outcomes,
    byThemselves: yield* evaluateByThemselves(mapping, outcomes, earlier?.byThemselves ?? new Map()),
    bodies,
    keywords,
    unanchoredTexts,
    keywordPlaces: yield* occurrenceSteps(
      KEYWORD_PLACES,
      keywords.counts,
      [...new Set(own)],
      earlier?.keywordPlaces ?? null,
    ),
    textsOfRules: yield* occurrenceSteps(
      TEXTS_OF_RULES,
      unanchoredTexts.counts,
      outcomes.ruleMatches.order.distinct,
      earlier?.textsOfRules ?? null,
    ),
    reachability,
    pairs: yield* rulePairs(mapping, outcomes, reachability, earlier?.pairs ?? null),
    labels: yield* labelSpellings(models, earlier?.labels ?? null),
    ownRules: cutIntoPieces(rules, earlier?.ownRules ?? []),
  });
}

/** A file may be included by thousands of mappings. */
const examplesIn = memoized((file: FileModel): readonly ExampleModel[] =>
  located(file, "example").map(({ model }) => model),
);

function* evaluateByThemselves(
  mapping: Mapping,
  outcomes: ExampleOutcomes,
  earlier: ReadonlyMap<string, ExampleOutcomes>,
): Steps<ReadonlyMap<string, ExampleOutcomes>> {
  const byThemselves = new Map<string, ExampleOutcomes>();
  for (const included of mapping.included) {
    const examples = new Set(examplesIn(included.file));
    const differs = Array.from(examples).some(
      (example) => outcomes.byExample.get(example)?.difference !== null,
    );
    const linked = differs ? linkIncluded(mapping, included) : null;
    if (linked?.kind !== "mapping") continue;
    const { path } = included.file;
    byThemselves.set(path, yield* evaluateExamples(linked.mapping, examples, earlier.get(path) ?? null));
  }
  return byThemselves;
}

/** A mapping and what its checks share. */
export class AnalysedMapping {
  readonly mapping: Mapping;
  readonly knowledge: MappingKnowledge;
  readonly run: ExampleRun;
  readonly #decided = new Map<RuleModel, ExampleOutcome[]>();
  #examples: ReadonlyMap<ExampleModel, Example> | null = null;
  readonly #meantBelow = new Map<ExampleResult, readonly Rule[]>();
  #meantByFailing: ReadonlySet<Rule> | null = null;
  #remarkable: ReadonlySet<RuleModel> | null = null;
  #firstOwnRule: RuleModel | null | undefined = undefined;

  constructor(mapping: Mapping, knowledge: MappingKnowledge) {
    this.mapping = mapping;
    this.knowledge = knowledge;
    this.run = new EvaluatedExamples(mapping, knowledge.outcomes);
    for (const { model } of mapping.examples) this.#addDecided(model);
  }

  get order(): RuleOrder {
    return this.knowledge.outcomes.ruleMatches.order;
  }

  /** How an example goes, of the mapping's own file or of an included one. */
  outcomeOf(example: ExampleModel): ExampleOutcome | null {
    return this.knowledge.outcomes.byExample.get(example) ?? null;
  }

  /** Whether an example of an included file fails in that file, too. */
  failsByItself(example: ExampleModel, { file }: IncludedFile): boolean {
    const outcome = this.knowledge.byThemselves.get(file.path)?.byExample.get(example);
    return outcome !== undefined && outcome.difference !== null;
  }

  /** Where a statement stands: a rule anywhere, or the first of equal examples of the own file. */
  find({ model, nth }: StatementRef): Located<unknown> | null {
    if (model.kind === "rule") return this.#ruleAt(this.order.placeOf(model, nth));
    this.#examples ??= new Map(
      [...this.mapping.examples].reverse().map((example) => [example.model, example]),
    );
    return this.#examples.get(model) ?? null;
  }

  /** Whether no response is left for a rule, as far as that is known. */
  neverDecides({ model, nth }: Pick<CheckedRule, "model" | "nth">): boolean {
    const { models, rules, remarkable } = this.knowledge.reachability;
    this.#remarkable ??= new Set(remarkable.flatMap((place) => models[place] ?? []));
    if (!this.#remarkable.has(model)) return false;
    const kind = rules[this.order.placeOf(model, nth) ?? -1]?.answer.kind;
    return kind === "impossible" || kind === "unreachable";
  }

  /** Whether it is told of the rule at a place that it never decides: of those of included files it is told there. */
  isToldUnreachable(place: number): boolean {
    const { rules, file } = this.mapping;
    const rule = rules[place];
    if (rule === undefined || rule.file.path !== file.path) return false;
    return this.neverDecides({ model: rule.model, nth: this.order.nthAt(place) });
  }

  /** Those of the mapping's own rules of whose reachability there is something to say, and what is known of it, in order. */
  *remarkableRules(): Iterable<{ readonly rule: Rule; readonly known: KnownRule }> {
    const { rules, remarkable } = this.knowledge.reachability;
    for (const place of remarkable) {
      const [rule, known] = [this.#ruleAt(place), rules[place]];
      if (rule !== null && known !== undefined && rule.file.path === this.mapping.file.path)
        yield { rule, known };
    }
  }

  /** How the examples go that a rule decides, in order. */
  decidedBy({ model, nth }: CheckedRule): readonly ExampleOutcome[] {
    // Of equal rules the first decides.
    return nth > 0 ? NONE : (this.#decided.get(model) ?? NONE);
  }

  /**
   * The first example of the outcome that a rule gives for which it holds, and the rule above that decides it; null where there is none,
   * and for a rule for all that is left.
   */
  takenFrom({ model }: CheckedRule): { readonly example: ExampleModel; readonly by: RuleModel } | null {
    const rule = model.condition.kind === "otherwise" ? null : this.#ruleAt(this.order.placeOf(model));
    const taken = (rule === null ? [] : this.run.matchedBy(rule)).find(
      ({ example, decidedBy }) =>
        decidedBy !== null && decidedBy.model !== model && example.model.verdict.outcome === model.outcome,
    );
    return taken?.decidedBy ? { example: taken.example.model, by: taken.decidedBy.model } : null;
  }

  /** Whether the rule would give a failing example the verdict that it states, but stands too low, nearly holds or is the only one. */
  isMeantByFailing({ model, nth }: CheckedRule): boolean {
    this.#meantByFailing ??= new Set(this.#rulesMeant());
    if (this.#meantByFailing.size === 0) return false;
    const rule = this.#ruleAt(this.order.placeOf(model, nth));
    return rule !== null && this.#meantByFailing.has(rule);
  }

  /** The rules below the deciding one that would give a failing example the verdict that it states, in order. */
  meantBelow(result: ExampleResult): readonly Rule[] {
    let meant = this.#meantBelow.get(result);
    if (meant === undefined) {
      meant = rulesMeantBelow(result, this.run);
      this.#meantBelow.set(result, meant);
    }
    return meant;
  }

  *#rulesMeant(): Iterable<Rule> {
    for (const result of this.run.results) {
      if (result.difference === null) continue;
      const below = this.meantBelow(result);
      yield* below;
      if (below.length > 0) continue;
      const near = nearRuleAboveDeciding(result, this.mapping);
      const asked = near === null ? ruleInQuestion(result, this.mapping) : null;
      if (near !== null) yield near.rule;
      if (asked?.kind === "single") yield asked.rule;
    }
  }

  /** The first rule that stands in the mapping's own file. */
  get firstOwnRule(): RuleModel | null {
    if (this.#firstOwnRule === undefined) this.#firstOwnRule = ownRules(this.mapping)[0]?.model ?? null;
    return this.#firstOwnRule;
  }

  /** The own examples that no rule above the one decides. */
  examplesLeftFor({ model, nth }: CheckedRule): readonly ExampleModel[] {
    const place = this.order.placeOf(model, nth) ?? 0;
    const { examples } = this.knowledge.bodies;
    const left = examples.filter((example) => {
      const decidedBy = this.outcomeOf(example)?.decidedBy ?? null;
      return decidedBy === null || (this.order.placeOf(decidedBy) ?? 0) >= place;
    });
    return left.length === examples.length ? examples : left;
  }

  /** Whether all examples can be asked about the rule without the square of a long file's length for all such rules. */
  canTryExamples({ model, nth }: CheckedRule): boolean {
    const place = this.order.placeOf(model, nth) ?? 0;
    // A replacement of each test asks all others.
    const tests = testsOf(model.condition).length;
    return (place + tests ** 2) * this.knowledge.bodies.examples.length <= MOST_RULES_ON_EXAMPLES;
  }

  /** Whether one of the first rules above the one holds for a response. */
  takenAbove({ model, nth }: CheckedRule, subject: Subject): boolean {
    const place = this.order.placeOf(model, nth) ?? 0;
    return this.order.models
      .slice(0, Math.min(place, MOST_RULES_ASKED))
      .some((above) => ruleHolds(above, subject));
  }

  #addDecided(example: ExampleModel): void {
    const outcome = this.outcomeOf(example);
    if (outcome === null || outcome.decidedBy === null) return;
    addToGroup(this.#decided, outcome.decidedBy, outcome);
  }

  #ruleAt(place: number | null): Rule | null {
    return this.mapping.rules[place ?? -1] ?? null;
  }
}

const NONE = [] as const;

/** Rules asked about one response at most, so that many suspicious rules in a long file do not take the square of their number. */
const MOST_RULES_ASKED = 200;

/** Rules times examples on which they are tried at most: a thousand of each are more than anybody writes by hand. */
const MOST_RULES_ON_EXAMPLES = 1_000_000;
