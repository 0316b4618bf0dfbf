import { finish, type Steps } from "../incremental/steps.js";
import type { Mapping } from "../model/mapping.js";
import { knownReachability } from "./known-reachability.js";
import type { RuleReachability } from "./rule-reachability.js";

/** Whether each of the mapping's rules can decide, in their order. */
export function reachability(mapping: Mapping): readonly RuleReachability[] {
  return finish(reachabilitySteps(mapping));
}

/** The same in steps. */
export function* reachabilitySteps(mapping: Mapping): Steps<readonly RuleReachability[]> {
  const { rules } = yield* knownReachability(
    mapping.rules.map(({ model }) => model),
    null,
  );
  return rules.map(({ answer }) => answer);
}
