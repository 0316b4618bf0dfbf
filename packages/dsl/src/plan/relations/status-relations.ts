import type { PlanRange } from "../predicate.js";

/*
 * Ranges of statuses: decided exactly. A response without a status is in no range, so even all ranges together do not hold
 * for every response.
 */

/** Whether every status of the one is in a range of the other. */
export function rangesImply(ranges: readonly PlanRange[], others: readonly PlanRange[]): boolean {
  const merged = mergedRanges(others);
  return ranges.every(({ first, last }) =>
    merged.some((other) => other.first <= first && last <= other.last),
  );
}

/** Whether a status is in ranges of both. */
export function rangesOverlap(ranges: readonly PlanRange[], others: readonly PlanRange[]): boolean {
  return ranges.some((range) => others.some(({ first, last }) => first <= range.last && range.first <= last));
}

/** The same statuses in ranges that neither overlap nor adjoin, ascending. */
function mergedRanges(ranges: readonly PlanRange[]): readonly PlanRange[] {
  const merged: PlanRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = merged.at(-1);
    if (before === undefined || before.last + 1 < range.first) merged.push(range);
    else merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
  }
  return merged;
}
