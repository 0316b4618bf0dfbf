import type { ExampleOutcomes } from "../../examples/example-outcomes.js";
import { addToGroup } from "../../incremental/groups.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";

/** What the examples of a file record of its rules. */
export class RecordedRules {
  /** In order, each once. */
  readonly examples: readonly ExampleModel[];
  readonly #outcomes: ExampleOutcomes;
  #held: ReadonlyMap<RuleModel, ReadonlySet<ExampleModel>> | null = null;
  #decided: ReadonlyMap<RuleModel, readonly ExampleModel[]> | null = null;
  #failing: ReadonlySet<RuleModel> | null = null;
  #allRefusals: ReadonlySet<number | null> | null = null;

  constructor(examples: readonly ExampleModel[], outcomes: ExampleOutcomes) {
    this.examples = examples;
    this.#outcomes = outcomes;
  }

  /** The rules that hold for an example, in their order: the first decides. */
  holdingFor(example: ExampleModel): readonly RuleModel[] {
    return this.#outcomes.ruleMatches.holding.get(example) ?? [];
  }

  /** The examples for which a rule holds, whichever decides. */
  heldBy(rule: RuleModel): ReadonlySet<ExampleModel> {
    this.#held ??= new Map(
      Array.from(
        this.#grouped((example) => this.holdingFor(example)),
        ([own, held]) => [own, new Set(held)],
      ),
    );
    return this.#held.get(rule) ?? NONE;
  }

  /** The examples that a rule decides as they state it. */
  decidedBy(rule: RuleModel): readonly ExampleModel[] {
    this.#decided ??= this.#grouped((example) => this.#deciding(example, true));
    return this.#decided.get(rule) ?? [];
  }

  /** Whether an example fails that the rule decides. */
  decidesFailing(rule: RuleModel): boolean {
    this.#failing ??= new Set(this.examples.flatMap((example) => this.#deciding(example, false)));
    return this.#failing.has(rule);
  }

  /** Whether both hold for an example that passes and that the upper one decides: then somebody has said that it is meant. */
  areMeantSo(upper: RuleModel, lower: RuleModel): boolean {
    const held = this.heldBy(lower);
    return this.decidedBy(upper).some((example) => held.has(example));
  }

  /**
   * The statuses with which refusals come: those that the rule holds for, or where there are none, all that are recorded. Null for
   * an answer without one; without any nobody knows.
   */
  refusalStatuses(rule: RuleModel): ReadonlySet<number | null> {
    const held = this.heldBy(rule);
    if (held.size > 0) return statusesOf([...held]);
    this.#allRefusals ??= statusesOf(
      this.examples.filter(({ verdict: { outcome } }) => outcome === "reject" || outcome === "error"),
    );
    return this.#allRefusals;
  }

  /** The rule that decides the example, if it passes, or if it fails. */
  #deciding(example: ExampleModel, passes: boolean): readonly RuleModel[] {
    const outcome = this.#outcomes.byExample.get(example);
    const decidedBy = outcome?.decidedBy ?? null;
    return decidedBy !== null && (outcome?.difference === null) === passes ? [decidedBy] : [];
  }

  #grouped(
    rulesOf: (example: ExampleModel) => readonly RuleModel[],
  ): ReadonlyMap<RuleModel, readonly ExampleModel[]> {
    const groups = new Map<RuleModel, ExampleModel[]>();
    for (const example of this.examples)
      for (const rule of rulesOf(example)) addToGroup(groups, rule, example);
    return groups;
  }
}

function statusesOf(examples: readonly ExampleModel[]): ReadonlySet<number | null> {
  return new Set(examples.map(({ status }) => status));
}

const NONE: ReadonlySet<ExampleModel> = new Set();
