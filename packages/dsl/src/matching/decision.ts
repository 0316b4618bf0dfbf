import type { Rule } from "../model/mapping.js";
import type { Verdict } from "./verdict.js";

/** A verdict and the rule that decided it; null where none holds. */
export interface Decision {
  readonly verdict: Verdict;
  readonly rule: Rule | null;
}
