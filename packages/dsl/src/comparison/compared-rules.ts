import type { Steps } from "../incremental/steps.js";
import { conditionImplies, conditionsExclude, keyOfTest } from "../plan/relations/condition-relations.js";
import type { MadeResponse } from "../reachability/responses.js";
import type { ReachabilityReason } from "../reachability/rule-reachability.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import type { Answer } from "../solver/question.js";
import type { Work } from "../solver/work.js";
import type { BothMappings } from "./both-mappings.js";
import type { DecidingPair } from "./deciding-pairs.js";

/** Rules of both mappings together that are asked about for one pair at most. */
const MOST_ROUNDS = 600;

type PairAnswer = Answer<MadeResponse> | { readonly kind: "undecided"; readonly reason: ReachabilityReason };

/** The places of rules, in the old mapping and in the new one, that hold wherever some rule holds: none below decides there. */
interface Takers {
  readonly before: number;
  readonly after: number;
}

const NO_TAKERS: Takers = { before: Infinity, after: Infinity };

/** The rules of two mappings, to be asked for responses that a rule of the one and a rule of the other decide. */
export class ComparedRules {
  readonly #both: BothMappings;
  /** What has been learnt of rules of the old mapping, and of the new one, by their places. */
  readonly #takersOfOld = new Map<number | null, Takers>();
  readonly #takersOfNew = new Map<number | null, Takers>();

  constructor(both: BothMappings) {
    this.#both = both;
  }

  /** Whether it is not plain at once that no response is decided by both rules. */
  canDecideOne(pair: DecidingPair): boolean {
    if (this.#isTaken(pair)) return false;
    const { before, after } = pair;
    if (before === null || after === null) return true;
    return !conditionsExclude(this.#both.conditionBefore(before), this.#both.conditionAfter(after));
  }

  /**
   * A response that the one rule decides in the old mapping and the other in the new one, and that passes more tests.
   *
   * @param also the tests that it must pass besides
   */
  *find(pair: DecidingPair, also: Conjunction, work: Work): Steps<PairAnswer> {
    const old = this.#both.conditionBefore(pair.before);
    const now = this.#both.conditionAfter(pair.after);
    const asked = new Set(old.map(keyOfTest));
    const more = now.filter((test) => !asked.has(keyOfTest(test)));
    const question = this.#both.asked.question([...old, ...more, ...also]);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const answer = question.find(work);
      yield;
      if (answer.kind !== "found") return answer;
      const { before, after } = this.#both.decidersOf(answer.response.subject);
      if (before === pair.before && after === pair.after) return answer;
      const [upperOld, upperNew] = [this.#both.conditionBefore(before), this.#both.conditionAfter(after)];
      const takersOf = (condition: Conjunction): DecidingPair => ({
        before: before !== pair.before && conditionImplies(condition, upperOld) ? before : null,
        after: after !== pair.after && conditionImplies(condition, upperNew) ? after : null,
      });
      learn(this.#takersOfOld, pair.before, takersOf(old));
      learn(this.#takersOfNew, pair.after, takersOf(now));
      if (this.#isTaken(pair)) return { kind: "none" };
      if (before !== null && before !== pair.before) question.exclude(upperOld);
      if (after !== null && after !== pair.after) question.exclude(upperNew);
    }
    return { kind: "undecided", reason: { kind: "many-rules-above", rules: MOST_ROUNDS } };
  }

  /** Whether rules above take all that one of the two holds for. */
  #isTaken({ before, after }: DecidingPair): boolean {
    return [this.#takersOfOld.get(before), this.#takersOfNew.get(after)].some(
      (takers = NO_TAKERS) => (before ?? Infinity) > takers.before || (after ?? Infinity) > takers.after,
    );
  }
}

/** Adds what takes all of a rule; where no rule holds nothing can. */
function learn(
  takersOf: Map<number | null, Takers>,
  place: number | null,
  { before, after }: DecidingPair,
): void {
  if (place === null || (before === null && after === null)) return;
  const known = takersOf.get(place) ?? NO_TAKERS;
  takersOf.set(place, {
    before: Math.min(known.before, before ?? Infinity),
    after: Math.min(known.after, after ?? Infinity),
  });
}
