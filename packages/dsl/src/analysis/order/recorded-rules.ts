import type { ExampleOutcomes } from "../../examples/example-outcomes.js";
import { addToGroup } from "../../incremental/groups.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";

/** What the examples of a file record of its rules. */
export class RecordedRules {
  /** In order, each once. */
  readonly examples: readonly ExampleModel[];
  readonly #held = new Map<RuleModel, ExampleModel[]>();
  readonly #decided = new Map<RuleModel, ExampleModel[]>();
  readonly #failing = new Set<RuleModel>();
  readonly #outcomes: ExampleOutcomes;

  constructor(examples: readonly ExampleModel[], outcomes: ExampleOutcomes) {
    this.examples = examples;
    this.#outcomes = outcomes;
    for (const example of examples) {
      for (const rule of this.holdingFor(example)) addToGroup(this.#held, rule, example);
      const outcome = outcomes.byExample.get(example);
      if (outcome === undefined || outcome.decidedBy === null) continue;
      if (outcome.difference === null) addToGroup(this.#decided, outcome.decidedBy, example);
      else this.#failing.add(outcome.decidedBy);
    }
  }

  /** The rules that hold for an example, in their order: the first decides. */
  holdingFor(example: ExampleModel): readonly RuleModel[] {
    return this.#outcomes.ruleMatches.holding.get(example) ?? [];
  }

  /** The examples for which a rule holds, whichever decides. */
  heldBy(rule: RuleModel): readonly ExampleModel[] {
    return this.#held.get(rule) ?? [];
  }

  /** The examples that a rule decides as they state it. */
  decidedBy(rule: RuleModel): readonly ExampleModel[] {
    return this.#decided.get(rule) ?? [];
  }

  /** Whether an example fails that the rule decides. */
  decidesFailing(rule: RuleModel): boolean {
    return this.#failing.has(rule);
  }

  /** Whether both hold for an example that passes and that the upper one decides: then somebody has said that it is meant. */
  areMeantSo(upper: RuleModel, lower: RuleModel): boolean {
    const held = this.heldBy(lower);
    return this.decidedBy(upper).some((example) => held.includes(example));
  }

  /**
   * Whether refusals come with statuses that the success takes: those that the refusal rule holds for, or where there are none,
   * all that are recorded. Without any nobody knows.
   */
  haveStatusFor({ condition }: RuleModel, refusal: RuleModel): boolean {
    const tests = testsOf(condition).filter(({ test }) => test.kind === "status");
    if (tests.length === 0) return true;
    const own = this.heldBy(refusal);
    const refusals = this.examples.filter(
      ({ verdict: { outcome } }) => outcome === "reject" || outcome === "error",
    );
    const shown = own.length > 0 ? own : refusals;
    if (shown.length === 0) return true;
    return shown.some(({ status }) => {
      const subject = new Subject({ status });
      return tests.every((test) => testHolds(test, subject));
    });
  }
}
