import { addToGroup } from "../incremental/groups.js";
import type { Example, ExampleModel, Mapping, Rule, RuleModel } from "../model/mapping.js";
import type { ExampleOutcomes } from "./example-outcomes.js";
import type { ExampleResult } from "./example-result.js";
import { MOST_HOLDING } from "./rule-matches.js";

/** A mapping's own examples, run, seen from the examples and from the rules. */
export interface ExampleRun {
  readonly mapping: Mapping;
  /** In the order of the examples. */
  readonly results: readonly ExampleResult[];
  /** The examples whose verdict the rule decides, in order; the rule may stand in an included file. */
  decidedBy(rule: Rule): readonly ExampleResult[];
  /** The examples for which the rule's condition holds, whether or not a rule above it decides them. */
  matchedBy(rule: Rule): readonly ExampleResult[];
  /** All rules that hold for the example, in their order: the first decides. */
  rulesFor(example: Example): readonly Rule[];
}

/** The results that the outcomes of a mapping's own examples come to. */
export class EvaluatedExamples implements ExampleRun {
  readonly mapping: Mapping;
  readonly results: readonly ExampleResult[];
  readonly #outcomes: ExampleOutcomes;
  #decided: ReadonlyMap<RuleModel, readonly ExampleResult[]> | null = null;
  #matched: ReadonlyMap<RuleModel, readonly ExampleResult[]> | null = null;

  constructor(mapping: Mapping, outcomes: ExampleOutcomes) {
    this.mapping = mapping;
    this.#outcomes = outcomes;
    this.results = mapping.examples.flatMap((example) => this.#resultOf(example) ?? []);
  }

  decidedBy(rule: Rule): readonly ExampleResult[] {
    // Of equal rules the first decides.
    if (this.#firstOf(rule.model) !== rule) return [];
    this.#decided ??= groupByRule(this.results, ({ decidedBy }) =>
      decidedBy === null ? [] : [decidedBy.model],
    );
    return this.#decided.get(rule.model) ?? [];
  }

  matchedBy(rule: Rule): readonly ExampleResult[] {
    this.#matched ??= groupByRule(this.results, ({ example }) => this.#holding(example.model));
    return this.#matched.get(rule.model) ?? [];
  }

  rulesFor(example: Example): readonly Rule[] {
    const { order } = this.#outcomes.ruleMatches;
    // Of rules that stand there again and again, as of all others, the first ones are enough.
    const places = this.#holding(example.model).flatMap((model) =>
      order.placesOf(model).slice(0, MOST_HOLDING),
    );
    return places
      .sort((a, b) => a - b)
      .slice(0, MOST_HOLDING)
      .flatMap((place) => this.mapping.rules[place] ?? []);
  }

  #resultOf(example: Example): ExampleResult | null {
    const outcome = this.#outcomes.byExample.get(example.model);
    if (outcome === undefined) return null;
    const { verdict, decidedBy, difference } = outcome;
    return { example, verdict, decidedBy: decidedBy === null ? null : this.#firstOf(decidedBy), difference };
  }

  #firstOf(model: RuleModel): Rule | null {
    return this.mapping.rules[this.#outcomes.ruleMatches.order.placeOf(model) ?? -1] ?? null;
  }

  #holding(example: ExampleModel): readonly RuleModel[] {
    return this.#outcomes.ruleMatches.holding.get(example) ?? [];
  }
}

function groupByRule(
  results: readonly ExampleResult[],
  rulesOf: (result: ExampleResult) => readonly RuleModel[],
): ReadonlyMap<RuleModel, readonly ExampleResult[]> {
  const groups = new Map<RuleModel, ExampleResult[]>();
  for (const result of results) {
    for (const rule of rulesOf(result)) {
      addToGroup(groups, rule, result);
    }
  }
  return groups;
}
