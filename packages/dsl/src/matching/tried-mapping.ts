import type { Mapping, Rule } from "../model/mapping.js";
import type { Decision } from "./decision.js";
import { ruleHolds, verdictOf } from "./interpret.js";
import { createRuleIndex, type RuleIndex } from "./rule-index.js";
import type { Subject } from "./subject.js";

/** Bodies, in characters, on which trying every rule takes as long as making an index; each response counts `FOR_A_RESPONSE` more. */
const INDEX_PAYS_AFTER = 5_000;

/** What a response costs beside its body, in characters. */
export const FOR_A_RESPONSE = 500;

/**
 * A mapping whose rules are tried on each response. After the first few responses an index leaves out rules that cannot hold,
 * so that a mapping with thousands of rules is not tried rule by rule.
 */
export class TriedMapping {
  readonly #mapping: Mapping;
  #index: RuleIndex<Rule> | null = null;
  #tried = 0;

  constructor(mapping: Mapping) {
    this.#mapping = mapping;
  }

  /** How much was tried, in characters. */
  get tried(): number {
    return this.#tried;
  }

  /** The verdict, and the rule that decided. */
  decide(subject: Subject): Decision {
    let deciding: Rule | null = null;
    for (const rule of this.#candidates(subject)) {
      if (!ruleHolds(rule.model, subject)) continue;
      deciding = rule;
      break;
    }
    return { rule: deciding, verdict: verdictOf(deciding?.model ?? null, this.#mapping.captures, subject) };
  }

  /** All rules that hold, in their order. */
  holding(subject: Subject): readonly Rule[] {
    return Array.from(this.#candidates(subject)).filter((rule) => ruleHolds(rule.model, subject));
  }

  #candidates(subject: Subject): Iterable<Rule> {
    this.#tried += FOR_A_RESPONSE + subject.body.length;
    if (this.#index === null && this.#tried < INDEX_PAYS_AFTER) return this.#mapping.rules;
    this.#index ??= createRuleIndex(this.#mapping.rules);
    return this.#index.candidates(subject);
  }
}
