import type { RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { Numbered } from "./ordered-lists.js";

/**
 * Numbered rules, ascending, by the statuses that their tests allow. What is known of a status is worked out when a response with it
 * comes; there are no more than some hundred of them.
 */
export class RulesByStatus<Rule extends Numbered & { readonly model: RuleModel }> {
  readonly #rules: Rule[] = [];
  #byStatus = new Map<number, readonly Rule[]>();

  add(rule: Rule): void {
    this.#rules.push(rule);
    if (this.#byStatus.size > 0) this.#byStatus = new Map();
  }

  /** The rules whose tests on statuses all hold for this one. */
  allowedBy(status: number): readonly Rule[] {
    const known = this.#byStatus.get(status);
    if (known !== undefined) return known;
    const allowed = this.#rules.filter(({ model }) => allowsStatus(model, status));
    if (this.#byStatus.size < MOST_STATUSES) this.#byStatus.set(status, allowed);
    return allowed;
  }
}

/** Statuses of which the rules are kept; there can be no more in files. */
const MOST_STATUSES = 600;

function allowsStatus({ condition }: RuleModel, status: number): boolean {
  return testsOf(condition).every(
    ({ negated, test }) =>
      test.kind !== "status" ||
      test.ranges.some(({ first, last }) => first <= status && status <= last) !== negated,
  );
}
