import type { Steps } from "../incremental/steps.js";
import { conditionImplies } from "../plan/relations/condition-relations.js";
import type { Work } from "../solver/work.js";
import type { AskedRules } from "./asked-rules.js";
import { fewestBlockers } from "./fewest-blockers.js";
import { contradictoryTests } from "./redundant-tests.js";
import type { RuleReachability } from "./rule-reachability.js";
import type { SeenAbove } from "./seen-above.js";

/** Rules above that are asked about for one rule at most. */
const MOST_ABOVE = 600;

/**
 * Whether the rule can decide. Collects rules above that take responses of the rule, until a response is found that none of them
 * takes, or there is none: then they take all. Most rules are decided by the first response, and most others by a rule that their
 * own condition implies. A step is a search at most.
 */
export function* decideRule(
  number: number,
  asked: AskedRules,
  seen: SeenAbove,
  work: Work,
): Steps<RuleReachability> {
  const condition = asked.conditionOf(number);
  const above: number[] = [];
  const question = asked.question(condition);
  while (above.length <= MOST_ABOVE) {
    const answer = question.find(work);
    if (answer.kind === "undecided") return answer;
    if (answer.kind === "none")
      return above.length === 0
        ? { kind: "impossible", tests: contradictoryTests(condition, asked, work) }
        : yield* fewestBlockers(number, above, asked, seen, work);
    seen.responses.push(answer.response);
    const { status, body, subject } = answer.response;
    work.spendOnTrying(above.length, body.length);
    const decider = asked.decider(subject);
    if (decider === number) return { kind: "reachable", witness: { status, body } };
    if (decider === null) throw new Error("the rule itself holds for the response");
    seen.rules.add(decider);
    if (conditionImplies(condition, asked.conditionOf(decider)))
      return { kind: "unreachable", blockers: [decider], areFewest: true };
    above.push(decider);
    question.exclude(asked.conditionOf(decider));
    yield;
  }
  return { kind: "undecided", reason: { kind: "many-rules-above", rules: MOST_ABOVE } };
}
