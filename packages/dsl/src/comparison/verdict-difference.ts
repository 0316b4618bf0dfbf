import type { Verdict } from "../matching/verdict.js";

/** What of two verdicts differs: the first of these that does. */
export type DifferingPart = "outcome" | "label" | "captures";

/**
 * What a change of verdict means for whoever pays: a sale that counts no more, one that counts now, one that stays and hands back
 * other captures (the price is one), or none of these.
 */
export type MoneyChange = "success-lost" | "success-gained" | "success-captures" | "none";

/** The kinds in the order in which they matter. */
export const MONEY_ORDER: readonly MoneyChange[] = [
  "success-lost",
  "success-gained",
  "success-captures",
  "none",
];

/** What of two verdicts differs; null where nothing does. */
export function differingPart(before: Verdict, after: Verdict): DifferingPart | null {
  if (before.outcome !== after.outcome) return "outcome";
  if (before.label !== after.label) return "label";
  return haveSameCaptures(before, after) ? null : "captures";
}

/** What it means if a response gets the one verdict for the other. */
export function moneyOf(before: Verdict, after: Verdict): MoneyChange {
  const money = moneyOfOutcomes(before.outcome, after.outcome);
  if (money !== "none" || after.outcome !== "success") return money;
  return haveSameCaptures(before, after) ? "none" : "success-captures";
}

/** The same as far as the outcomes tell. */
export function moneyOfOutcomes(
  before: Verdict["outcome"],
  after: Verdict["outcome"],
): Exclude<MoneyChange, "success-captures"> {
  const counted = before === "success";
  if (counted === (after === "success")) return "none";
  return counted ? "success-lost" : "success-gained";
}

/** Whether two verdicts hand back the same. The order in which it stands does not count. */
export function haveSameCaptures({ captures: before }: Verdict, { captures: after }: Verdict): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && before[name] === after[name])
  );
}
