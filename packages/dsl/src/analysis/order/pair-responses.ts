import { isSameList } from "../../incremental/list-changes.js";
import { ruleHolds } from "../../matching/interpret.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
import { AskedRules } from "../../reachability/asked-rules.js";
import { type MadeResponse, withoutNeedlessStatus } from "../../reachability/responses.js";
import { Work } from "../../solver/work.js";

/** What is known of two rules: a response for which both hold, like recorded ones; null where none was found. */
interface KnownPair {
  readonly shapes: readonly ExampleModel[];
  readonly response: MadeResponse | null;
  /** What it cost to find. */
  readonly steps: number;
}

/** By the upper rule and the lower one. It knows no file, so it can outlive the version of a text. */
export type KnownPairs = ReadonlyMap<RuleModel, ReadonlyMap<RuleModel, KnownPair>>;

/** What one pair may cost. */
const MOST_STEPS_OF_A_PAIR = 50_000;

/** What the making of one response costs besides the search, at a guess. */
const MAKING = 5_000;

/**
 * Finds responses for which two rules hold, each once: what was found before an edit is taken over where the rules and the
 * recorded responses that it looks like are the same.
 */
export class PairResponses {
  readonly #known = new Map<RuleModel, Map<RuleModel, KnownPair>>();
  readonly #earlier: KnownPairs | null;

  constructor(earlier: KnownPairs | null) {
    this.#earlier = earlier;
  }

  /** All that was asked for. */
  get known(): KnownPairs {
    return this.#known;
  }

  /** Whether nothing has to be searched for the answer. */
  isKnown(upper: RuleModel, lower: RuleModel, shapes: readonly ExampleModel[]): boolean {
    return this.#knownOf(upper, lower, shapes) !== null;
  }

  /** @param work counts what it costs, or once cost, so that with and without what was known the same is found */
  find(upper: RuleModel, lower: RuleModel, shapes: readonly ExampleModel[], work: Work): MadeResponse | null {
    const known = this.#knownOf(upper, lower, shapes) ?? search(upper, lower, shapes);
    const byLower = this.#known.get(upper) ?? new Map<RuleModel, KnownPair>();
    this.#known.set(upper, byLower.set(lower, known));
    work.spend(known.steps);
    return known.response;
  }

  #knownOf(upper: RuleModel, lower: RuleModel, shapes: readonly ExampleModel[]): KnownPair | null {
    const known = this.#known.get(upper)?.get(lower) ?? this.#earlier?.get(upper)?.get(lower);
    return known !== undefined && isSameList(known.shapes, shapes) ? known : null;
  }
}

function search(upper: RuleModel, lower: RuleModel, shapes: readonly ExampleModel[]): KnownPair {
  const asked = new AskedRules([upper, lower]);
  const work = new Work(MOST_STEPS_OF_A_PAIR);
  const tests = [...asked.conditionOf(0), ...asked.conditionOf(1)];
  const answer = asked.find(tests, [], work, shapes);
  const found = answer.kind === "found" ? answer.response : null;
  const likely = found !== null && isLikely(found.body) ? found : null;
  const response =
    likely === null || shapes.length > 0
      ? likely
      : withoutNeedlessStatus(likely, (subject) => ruleHolds(upper, subject) && ruleHolds(lower, subject));
  return { shapes, response, steps: work.steps + MAKING };
}

/** Nobody has seen a system escape letters: such a body is made where the words themselves must not stand in it. */
function isLikely(body: string): boolean {
  return !/\\u00[0-7]|&#[0-9]|%[4-7][0-9a-f]/i.test(body);
}
