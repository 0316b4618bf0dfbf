import { ownRules } from "../examples/coverage.js";
import { type ExampleOutcome, type ExampleOutcomes, evaluateExamples } from "../examples/example-outcomes.js";
import { EvaluatedExamples, type ExampleRun } from "../examples/example-run.js";
import type { Steps } from "../incremental/steps.js";
import { linkIncluded, located } from "../model/link.js";
import type {
  Example,
  ExampleModel,
  IncludedFile,
  Located,
  Mapping,
  Rule,
  RuleModel,
} from "../model/mapping.js";
import type { RuleOrder } from "../model/rule-order.js";
import type { CheckedRule } from "./facts/checked-rule.js";
import {
  type ContainingText,
  type ContainingTexts,
  TEXTS_OF_RULES,
  textContaining,
  unanchoredTextsOf,
} from "./facts/containing-texts.js";
import { ExampleBodies } from "./facts/example-bodies.js";
import { KEYWORD_PLACES, type KeywordPlaces, keywordsOnBody } from "./facts/keyword-places.js";
import { type Occurrences, occurrenceSteps } from "./facts/occurrences.js";
import type { RuleFacts } from "./facts/rule-facts.js";
import type { SearchedText } from "./facts/searched-texts.js";
import { type CountedTexts, countTexts } from "./facts/text-counts.js";
import type { StatementRef } from "./placing/unplaced-finding.js";

/** What is known of a mapping apart from where things stand, so that it can outlive the version of a text. */
export interface MappingKnowledge {
  /** How the mapping's own examples go, and those of the files that it includes. */
  readonly judgements: ExampleOutcomes;
  /** How an included file's examples go in that file, by its path, where some go otherwise here. */
  readonly byThemselves: ReadonlyMap<string, ExampleOutcomes>;
  /** What the mapping's own examples show of the system. */
  readonly bodies: ExampleBodies;
  /** The keywords and loose texts of the mapping's own rules. */
  readonly keywords: CountedTexts<RuleModel>;
  readonly unanchoredTexts: CountedTexts<RuleModel>;
  readonly keywordPlaces: Occurrences<ExampleModel, KeywordPlaces>;
  readonly textsOfRules: Occurrences<RuleModel, ContainingTexts>;
}

/** Works out what checks ask of a mapping; what an edit left as it was is taken over from what was known before. */
export function* analysedMappingSteps(
  mapping: Mapping,
  earlier: MappingKnowledge | null,
): Steps<AnalysedMapping> {
  const own = mapping.examples.map(({ model }) => model);
  const included = mapping.included.flatMap(({ file }) => located(file, "example").map(({ model }) => model));
  const judgements = yield* evaluateExamples(
    mapping,
    new Set([...own, ...included]),
    earlier?.judgements ?? null,
  );
  const bodies = yield* ExampleBodies.read(own, earlier?.bodies ?? null);
  const rules = ownRules(mapping).map(({ model }) => model);
  const keywords = yield* countTexts(rules, keywordsOnBody, earlier?.keywords ?? null);
  const looseTexts = yield* countTexts(rules, unanchoredTextsOf, earlier?.unanchoredTexts ?? null);
  return new AnalysedMapping(mapping, {
    judgements,
    byThemselves: yield* judgeByThemselves(mapping, judgements, earlier?.byThemselves ?? new Map()),
    bodies,
    keywords,
    unanchoredTexts: looseTexts,
    keywordPlaces: yield* occurrenceSteps(
      KEYWORD_PLACES,
      keywords.counts,
      [...new Set(own)],
      earlier?.keywordPlaces ?? null,
    ),
    textsOfRules: yield* occurrenceSteps(
      TEXTS_OF_RULES,
      looseTexts.counts,
      judgements.ruleMatches.order.distinct,
      earlier?.textsOfRules ?? null,
    ),
  });
}

function* judgeByThemselves(
  mapping: Mapping,
  judgements: ExampleOutcomes,
  earlier: ReadonlyMap<string, ExampleOutcomes>,
): Steps<ReadonlyMap<string, ExampleOutcomes>> {
  const byThemselves = new Map<string, ExampleOutcomes>();
  for (const included of mapping.included) {
    const examples = new Set(located(included.file, "example").map(({ model }) => model));
    const differs = Array.from(examples).some(
      (example) => judgements.byExample.get(example)?.difference !== null,
    );
    const linked = differs ? linkIncluded(mapping, included) : null;
    if (linked?.kind !== "mapping") continue;
    const { path } = included.file;
    byThemselves.set(path, yield* evaluateExamples(linked.mapping, examples, earlier.get(path) ?? null));
  }
  return byThemselves;
}

/** A mapping and what its checks share. */
export class AnalysedMapping implements RuleFacts {
  readonly mapping: Mapping;
  readonly knowledge: MappingKnowledge;
  readonly run: ExampleRun;
  readonly #decided = new Map<RuleModel, ExampleOutcome[]>();
  #examples: ReadonlyMap<ExampleModel, Example> | null = null;

  constructor(mapping: Mapping, knowledge: MappingKnowledge) {
    this.mapping = mapping;
    this.knowledge = knowledge;
    this.run = new EvaluatedExamples(mapping, knowledge.judgements);
    for (const { model } of mapping.examples) this.#addDecided(model);
  }

  get order(): RuleOrder {
    return this.knowledge.judgements.ruleMatches.order;
  }

  /** How an example goes, of the mapping's own file or of an included one. */
  judgementOf(example: ExampleModel): ExampleOutcome | null {
    return this.knowledge.judgements.byExample.get(example) ?? null;
  }

  /** Whether an example of an included file fails in that file, too. */
  failsByItself(example: ExampleModel, { file }: IncludedFile): boolean {
    const judgement = this.knowledge.byThemselves.get(file.path)?.byExample.get(example);
    return judgement !== undefined && judgement.difference !== null;
  }

  /** Where a statement stands: a rule anywhere, or the first of equal examples of the own file. */
  find({ model, nth }: StatementRef): Located<unknown> | null {
    if (model.kind === "rule") return this.#ruleAt(this.order.placeOf(model, nth));
    this.#examples ??= new Map(
      [...this.mapping.examples].reverse().map((example) => [example.model, example]),
    );
    return this.#examples.get(model) ?? null;
  }

  decidedBy({ model, nth }: CheckedRule): readonly ExampleOutcome[] {
    // Of equal rules the first decides.
    return nth > 0 ? NONE : (this.#decided.get(model) ?? NONE);
  }

  mayBeJson() {
    return this.knowledge.bodies.mayBeJson;
  }

  structure() {
    return this.knowledge.bodies.structure;
  }

  firstJson() {
    return this.knowledge.bodies.firstJson;
  }

  membersNamed(name: string) {
    return this.knowledge.bodies.membersNamed(name);
  }

  valuesReading(folded: string) {
    return this.knowledge.bodies.valuesReading(folded);
  }

  isWholeBody(folded: string) {
    return this.knowledge.bodies.hasWhole(folded);
  }

  onlyInNames(keyword: string) {
    const places = this.knowledge.keywordPlaces.found.get(keyword);
    return places === undefined ? NONE : this.knowledge.bodies.inOrder(places.onlyInNames);
  }

  isInValues(keyword: string) {
    return this.knowledge.keywordPlaces.found.get(keyword)?.inValues ?? false;
  }

  textContaining(sought: SearchedText): ContainingText | null {
    return textContaining(sought, this.order, this.knowledge.textsOfRules);
  }

  #addDecided(example: ExampleModel): void {
    const judgement = this.judgementOf(example);
    if (judgement === null || judgement.decidedBy === null) return;
    const known = this.#decided.get(judgement.decidedBy);
    if (known === undefined) this.#decided.set(judgement.decidedBy, [judgement]);
    else known.push(judgement);
  }

  #ruleAt(place: number | null): Rule | null {
    return this.mapping.rules[place ?? -1] ?? null;
  }
}

const NONE = [] as const;
