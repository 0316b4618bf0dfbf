import type { Response } from "@responses/dsl";
import type { ExactRule } from "./exact-answers.js";

/** What an analysis says of a rule. */
export type SaidOfRule =
  | { readonly kind: "reachable"; readonly witness: Response }
  | { readonly kind: "impossible" }
  | { readonly kind: "unreachable"; readonly blockers: readonly number[]; readonly isFewest: boolean }
  | { readonly kind: "undecided" };

/** What is right, and how far it is known. */
export interface RightOfRule {
  readonly rule: ExactRule;
  /** Whether the rules at these places take everything that this one would. */
  readonly suffice: (blockers: readonly number[]) => boolean;
  /** False if more is taken to be possible than is: then only what never holds is known. */
  readonly isKnown: boolean;
}

/**
 * What is wrong with what is said of a rule; null if nothing is known to be. To have decided nothing is not wrong. That a witness is
 * decided by the rule the interpreter has to say.
 */
export function contradiction(said: SaidOfRule, { rule, suffice, isKnown }: RightOfRule): string | null {
  const right = rule.kind === "unreachable" ? `unreachable by ${JSON.stringify(rule.fewest)}` : rule.kind;
  const instead = `said to be ${JSON.stringify(said)}, is ${right}`;
  const mayNeverHold = !isKnown && rule.kind === "reachable";
  switch (said.kind) {
    case "undecided":
      return null;
    case "reachable":
      return rule.kind === "reachable" ? null : instead;
    case "impossible":
      // Of a rule of which more is supposed than can be, even what holds may be supposed.
      return rule.kind === "impossible" || !isKnown ? null : instead;
    case "unreachable": {
      if (mayNeverHold) return null;
      if (rule.kind !== "unreachable" || (isKnown && !suffice(said.blockers))) return instead;
      const [first = []] = rule.fewest;
      const isMore = said.isFewest && said.blockers.length > first.length;
      const isLess = isKnown && said.blockers.length < first.length;
      return isMore || isLess ? instead : null;
    }
  }
}
