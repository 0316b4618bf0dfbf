import type { Verdict } from "../matching/verdict.js";

/** What of two verdicts differs: the first of these that does. */
export type DifferingPart = "outcome" | "label" | "captures";

/** What a change of verdict means for whoever pays: a sale that counts no more, one that counts now, or neither. */
export type MoneyChange = "success-lost" | "success-gained" | "none";

/** The kinds in the order in which they matter. */
export const MONEY_ORDER: readonly MoneyChange[] = ["success-lost", "success-gained", "none"];

/** What of two verdicts differs; null where nothing does. */
export function differingPart(before: Verdict, after: Verdict): DifferingPart | null {
  if (before.outcome !== after.outcome) return "outcome";
  if (before.label !== after.label) return "label";
  return haveSameCaptures(before, after) ? null : "captures";
}

export function moneyOf(before: Pick<Verdict, "outcome">, after: Pick<Verdict, "outcome">): MoneyChange {
  const counted = before.outcome === "success";
  if (counted === (after.outcome === "success")) return "none";
  return counted ? "success-lost" : "success-gained";
}

/** The order in which they stand does not count. */
function haveSameCaptures({ captures: before }: Verdict, { captures: after }: Verdict): boolean {
  const names = Object.keys(before);
  return (
    names.length === Object.keys(after).length &&
    names.every((name) => Object.hasOwn(after, name) && before[name] === after[name])
  );
}
