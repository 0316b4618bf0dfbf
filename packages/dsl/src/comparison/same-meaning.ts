import type { Mapping } from "../model/mapping.js";
import type { PlanCapture } from "../plan/mapping-plan.js";
import { planMapping } from "../plan/plan-mapping.js";
import { PlanTable } from "../plan/plan-table.js";
import { planRuleKeyOf } from "../plan/rule-key.js";
import { lengthPrefixed } from "../text/length-prefixed.js";

/**
 * Whether two mappings ask and give the same in the same order, however they are laid out: then every response gets the same
 * verdict of both. Mappings that do not can still be equal. Linear in both.
 */
export function haveSameMeaning(before: Mapping, after: Mapping): boolean {
  const table = new PlanTable();
  const old = planMapping(before, table);
  const now = planMapping(after, table);
  return (
    areEqual(
      old.rules.map((rule) => planRuleKeyOf(rule, old)),
      now.rules.map((rule) => planRuleKeyOf(rule, now)),
    ) && areEqual(old.captures.map(captureKey), now.captures.map(captureKey))
  );
}

function captureKey({ name, field, outcomes }: PlanCapture): string {
  return `${lengthPrefixed(name)} ${lengthPrefixed(field.key)} ${outcomes?.join() ?? "every"}`;
}

function areEqual(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((key, place) => key === after[place]);
}
