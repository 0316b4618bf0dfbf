import type { Steps } from "../incremental/steps.js";
import { conditionsExclude } from "../plan/relations/condition-relations.js";
import type { AskedRules } from "../reachability/asked-rules.js";
import type { MadeResponse } from "../reachability/responses.js";
import type { ReachabilityReason } from "../reachability/rule-reachability.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import type { Answer } from "../solver/question.js";
import type { Work } from "../solver/work.js";
import type { DecidingPair } from "./deciding-pairs.js";

/** Rules of both mappings together that are asked about for one pair at most. */
const MOST_ROUNDS = 600;

type PairAnswer = Answer<MadeResponse> | { readonly kind: "undecided"; readonly reason: ReachabilityReason };

/** The rules of two mappings, to be asked for responses that a rule of the one and a rule of the other decide. */
export class ComparedRules {
  readonly #before: AskedRules;
  readonly #after: AskedRules;

  constructor(before: AskedRules, after: AskedRules) {
    this.#before = before;
    this.#after = after;
  }

  /** Whether it is not plain at once that no response meets the conditions of both rules. */
  canDecideOne({ before, after }: DecidingPair): boolean {
    if (before === null || after === null) return true;
    return !conditionsExclude(this.#before.conditionOf(before), this.#after.conditionOf(after));
  }

  /**
   * A response that the one rule decides in the old mapping and the other in the new one, and that passes more tests.
   *
   * @param also the tests that it must pass besides
   */
  *find({ before, after }: DecidingPair, also: Conjunction, work: Work): Steps<PairAnswer> {
    const old = before === null ? [] : this.#before.conditionOf(before);
    const now = after === null ? [] : this.#after.conditionOf(after);
    const tests = [...old, ...now, ...also];
    const above: Conjunction[] = [];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const answer = this.#before.find(tests, above, work);
      yield;
      if (answer.kind !== "found") return answer;
      const { subject } = answer.response;
      const oldDecider = this.#before.decider(subject);
      const newDecider = this.#after.decider(subject);
      if (oldDecider === before && newDecider === after) return answer;
      if (oldDecider !== null && oldDecider !== before) above.push(this.#before.conditionOf(oldDecider));
      if (newDecider !== null && newDecider !== after) above.push(this.#after.conditionOf(newDecider));
    }
    return { kind: "undecided", reason: { kind: "many-rules-above", rules: MOST_ROUNDS } };
  }
}
