import type { Fix } from "../../findings/finding.js";
import type { Rule } from "../../model/mapping.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { moveRuleAbove } from "../suggested-statements/moved-rule.js";

/** Moving a rule up, as a fix and for a sentence: nothing speaks against it, all examples pass then, or it cannot be. */
export interface OfferedMove {
  readonly move: "possible" | "examples-pass" | "impossible";
  readonly fixes: readonly Fix[];
}

/** Offers to move the lower rule above the upper one if no example that passes fails then. */
export function offerMove(lower: Rule, upper: Rule, analysed: AnalysedMapping): OfferedMove {
  const moved = moveRuleAbove(lower, upper, analysed);
  if (moved.kind !== "possible") return { move: "impossible", fixes: [] };
  return { move: analysed.mapping.examples.length > 0 ? "examples-pass" : "possible", fixes: [moved.fix] };
}
