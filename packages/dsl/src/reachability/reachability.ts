import { finish } from "../incremental/steps.js";
import type { Mapping } from "../model/mapping.js";
import { knownReachability } from "./known-reachability.js";
import type { RuleReachability } from "./rule-reachability.js";

/** Whether each of the mapping's rules can decide, in their order. */
export function reachability(mapping: Mapping): readonly RuleReachability[] {
  const models = mapping.rules.map(({ model }) => model);
  return finish(knownReachability(models, null)).rules.map(({ answer }) => answer);
}
