import type { Rule } from "@responses/dsl";
import { type Analysis, orderLeftBy, reachLeftBy, reasonInWords } from "@responses/dsl/editor";

/** A question about a rule that has no answer, and why. */
export interface UndecidedRule {
  readonly rule: Rule;
  /** `reach`: whether a response is left for it. `order`: whether it and a rule of another verdict hold for one likely response. */
  readonly question: "reach" | "order";
  readonly reason: string;
}

/** The questions about the rules of a mapping's own file that have none: those of each kind in the order of the rules. */
export function undecidedRules(analysis: Analysis): readonly UndecidedRule[] {
  if (analysis.linked.kind === "refused") return [];
  const reach = reachLeftBy(analysis).map(
    ({ rule, reason }): UndecidedRule => ({ rule, question: "reach", reason: reasonInWords(reason) }),
  );
  const { rules, reason } = orderLeftBy(analysis);
  const order = rules.map(
    (rule): UndecidedRule => ({ rule, question: "order", reason: reasonInWords(reason) }),
  );
  return [...reach, ...order];
}
