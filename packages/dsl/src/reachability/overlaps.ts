import { subjectOf } from "../bodies/example-subject.js";
import { ruleHolds } from "../matching/interpret.js";
import type { ExampleModel, Mapping, RuleModel } from "../model/mapping.js";
import { giveOneVerdict } from "../model/one-verdict.js";
import { conditionsExclude } from "../plan/relations/condition-relations.js";
import { Work } from "../solver/work.js";
import { AskedRules } from "./asked-rules.js";
import { withoutNeedlessStatus } from "./responses.js";
import type { ReachabilityReason, ShownResponse } from "./rule-reachability.js";

/** Two rules of different verdicts that hold for one response, by their places among the mapping's rules, from 0. */
export interface Overlap {
  readonly upper: number;
  readonly lower: number;
  /** Both hold for it, as the interpreter says; a rule further up may decide it. An example of the file where there is one. */
  readonly witness: ShownResponse;
}

/** Two rules of which it is not known whether there is such a response. */
export interface UndecidedOverlap {
  readonly upper: number;
  readonly lower: number;
  readonly reason: ReachabilityReason;
}

/** All pairs of rules that give different verdicts and hold for one response. */
export interface Overlaps {
  /** In the order of the upper rules, then of the lower ones. */
  readonly pairs: readonly Overlap[];
  readonly undecided: readonly UndecidedOverlap[];
  /** How many pairs were not gone through, since those before them used up what one file may cost. */
  readonly left: number;
}

/** What one pair may cost, and all of one file. */
const MOST_STEPS_OF_A_PAIR = 200_000;
const MOST_STEPS = 100_000_000;

/** What the making of one response costs besides the search, at a guess. */
const MAKING = 5_000;

/**
 * All pairs of rules of different outcome or label that can hold for one response, so that their order matters, each with such a
 * response. Exact: pairs that are not listed have none, but for those that are told as undecided or left. `otherwise` holds for
 * everything, so it is left out. The work is bounded by counted steps.
 */
export function overlaps({ rules, examples }: Mapping): Overlaps {
  const search = new OverlapSearch(
    rules.map(({ model }) => model),
    examples.map(({ model }) => model),
  );
  search.run();
  const { pairs, undecided, left } = search;
  return { pairs, undecided, left };
}

class OverlapSearch {
  readonly pairs: Overlap[] = [];
  readonly undecided: UndecidedOverlap[] = [];
  left = 0;
  readonly #models: readonly RuleModel[];
  readonly #examples: readonly ExampleModel[];
  readonly #asked: AskedRules;
  readonly #held = new Map<RuleModel, ReadonlySet<ExampleModel>>();
  readonly #work = new Work(MOST_STEPS);

  constructor(models: readonly RuleModel[], examples: readonly ExampleModel[]) {
    this.#models = models;
    this.#examples = examples;
    this.#asked = new AskedRules(models);
  }

  run(): void {
    for (const [upper, above] of this.#models.entries()) {
      if (above.condition.kind === "otherwise") continue;
      for (let lower = upper + 1; lower < this.#models.length; lower++) {
        const below = this.#models[lower];
        if (below === undefined || below.condition.kind === "otherwise") continue;
        if (giveOneVerdict(above, below)) continue;
        if (this.#work.isExhausted) this.left++;
        else this.#ask(upper, lower, above, below);
      }
    }
  }

  #ask(upper: number, lower: number, above: RuleModel, below: RuleModel): void {
    const shared = this.#sharedExample(above, below);
    if (shared !== null) {
      this.pairs.push({ upper, lower, witness: { status: shared.status, body: shared.body } });
      return;
    }
    const [one, other] = [this.#asked.conditionOf(upper), this.#asked.conditionOf(lower)];
    this.#work.spend(one.length * other.length);
    if (conditionsExclude(one, other)) return;
    const work = new Work(MOST_STEPS_OF_A_PAIR);
    const answer = this.#asked.find([...one, ...other], [], work);
    this.#work.spend(work.steps + MAKING);
    if (answer.kind === "undecided") this.undecided.push({ upper, lower, reason: answer.reason });
    if (answer.kind !== "found") return;
    const { status, body } = withoutNeedlessStatus(
      answer.response,
      (subject) => ruleHolds(above, subject) && ruleHolds(below, subject),
    );
    this.pairs.push({ upper, lower, witness: { status, body } });
  }

  #sharedExample(above: RuleModel, below: RuleModel): ExampleModel | null {
    const [one, other] = [this.#heldBy(above), this.#heldBy(below)];
    for (const example of one) if (other.has(example)) return example;
    return null;
  }

  /** The examples for which a rule holds, in their order. */
  #heldBy(model: RuleModel): ReadonlySet<ExampleModel> {
    const known = this.#held.get(model);
    if (known !== undefined) return known;
    const held = new Set(this.#examples.filter((example) => ruleHolds(model, subjectOf(example))));
    this.#held.set(model, held);
    return held;
  }
}
