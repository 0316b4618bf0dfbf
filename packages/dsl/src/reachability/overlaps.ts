import { subjectOf } from "../bodies/example-subject.js";
import { ruleHolds } from "../matching/interpret.js";
import type { ExampleModel, Mapping, RuleModel } from "../model/mapping.js";
import { givenBy } from "../model/one-verdict.js";
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

/**
 * What it costs at a guess to make a response besides the search, to look up the rules that hold for an example, to list a pair that
 * has one, and to compare two tests.
 */
const MAKING = 5_000;
const LOOKING_UP = 1_000;
const LISTING = 50;
const COMPARING = 20;

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

/** A rule that can be one of a pair. */
interface Candidate {
  readonly number: number;
  readonly model: RuleModel;
  readonly verdict: string;
}

class OverlapSearch {
  readonly pairs: Overlap[] = [];
  readonly undecided: UndecidedOverlap[] = [];
  left = 0;
  readonly #candidates: readonly Candidate[];
  readonly #examples: readonly ExampleModel[];
  readonly #asked: AskedRules;
  /** The examples for which each rule holds, in their order. */
  readonly #held = new Map<number, Set<ExampleModel>>();
  readonly #work = new Work(MOST_STEPS);

  constructor(models: readonly RuleModel[], examples: readonly ExampleModel[]) {
    this.#candidates = models.flatMap((model, number) =>
      model.condition.kind === "otherwise" ? [] : [{ number, model, verdict: givenBy(model) }],
    );
    this.#examples = examples;
    this.#asked = new AskedRules(models);
  }

  run(): void {
    this.#runExamples();
    const nextOther = this.#nextOfOtherVerdict();
    const below = countBy(this.#candidates, ({ verdict }) => verdict);
    for (const [place, upper] of this.#candidates.entries()) {
      const same = below.get(upper.verdict) ?? 0;
      below.set(upper.verdict, same - 1);
      if (this.#work.isExhausted) {
        this.left += this.#candidates.length - place - same;
        continue;
      }
      let at = nextOther[place] ?? this.#candidates.length;
      for (let lower = this.#candidates[at]; lower !== undefined; lower = this.#candidates[at]) {
        if (lower.verdict === upper.verdict) {
          at = nextOther[at] ?? this.#candidates.length;
          continue;
        }
        if (this.#work.isExhausted) this.left++;
        else this.#ask(upper, lower);
        at++;
      }
    }
  }

  #runExamples(): void {
    for (const example of this.#examples) {
      if (!this.#work.spend(LOOKING_UP)) return;
      for (const number of this.#asked.holdingAbove(Infinity, subjectOf(example))) {
        const held = this.#held.get(number) ?? new Set();
        this.#held.set(number, held.add(example));
      }
    }
  }

  /** By the place of each candidate that of the next one that gives another verdict: rules of one verdict often stand together. */
  #nextOfOtherVerdict(): readonly number[] {
    const next: number[] = [];
    for (let place = this.#candidates.length - 1; place >= 0; place--) {
      const isSame = this.#candidates[place]?.verdict === this.#candidates[place + 1]?.verdict;
      next[place] = isSame ? (next[place + 1] ?? place + 1) : place + 1;
    }
    return next;
  }

  #ask({ number: upper, model: above }: Candidate, { number: lower, model: below }: Candidate): void {
    const shared = this.#sharedExample(upper, lower);
    if (shared !== null) {
      this.#work.spend(LISTING);
      this.pairs.push({ upper, lower, witness: { status: shared.status, body: shared.body } });
      return;
    }
    const [one, other] = [this.#asked.conditionOf(upper), this.#asked.conditionOf(lower)];
    this.#work.spend(one.length * other.length * COMPARING);
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

  #sharedExample(upper: number, lower: number): ExampleModel | null {
    const [one, other] = [this.#held.get(upper), this.#held.get(lower)];
    this.#work.spend(1);
    if (one === undefined || other === undefined) return null;
    for (const example of one) {
      this.#work.spend(1);
      if (other.has(example)) return example;
    }
    return null;
  }
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
