import type { Mapping, Rule } from "../model/mapping.js";
import { ruleHolds, verdictOf } from "./interpret.js";
import type { Response } from "./response.js";
import { createRuleIndex } from "./rule-index.js";
import { Subject } from "./subject.js";
import type { Verdict } from "./verdict.js";

/** A verdict and the rule that decided it; null where none holds. */
export interface Decision {
  readonly verdict: Verdict;
  readonly rule: Rule | null;
}

/** A mapping ready to be run. */
export interface Matcher {
  /** The verdict on a response. Never throws. */
  match(response: Response): Verdict;
  /** The verdict, and the rule that decided. */
  decide(response: Response): Decision;
  /** All rules that hold for the response, in their order; the first decides. */
  holding(response: Response): readonly Rule[];
}

/**
 * Makes a mapping ready to be run by the interpreter: rules are tried from top to bottom, and the first whose condition
 * holds decides (docs/language.md). An index leaves out rules that cannot hold, so that a mapping with thousands of rules is
 * not tried rule by rule.
 */
export function createMatcher(mapping: Mapping): Matcher {
  const index = createRuleIndex(mapping.rules);

  function decideOn(subject: Subject): Decision {
    let deciding: Rule | null = null;
    for (const rule of index.candidates(subject)) {
      if (!ruleHolds(rule.model, subject)) continue;
      deciding = rule;
      break;
    }
    return { rule: deciding, verdict: verdictOf(deciding?.model ?? null, mapping.captures, subject) };
  }

  return {
    match: (response) => decideOn(new Subject(response)).verdict,
    decide: (response) => decideOn(new Subject(response)),
    holding(response) {
      const subject = new Subject(response);
      return Array.from(index.candidates(subject)).filter((rule) => ruleHolds(rule.model, subject));
    },
  };
}
