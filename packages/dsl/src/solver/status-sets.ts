import type { PlanRange, StatusPredicate } from "../plan/predicate.js";

/** All statuses that a range can hold. */
const FIRST_STATUS = 100;
const LAST_STATUS = 599;

/** Shown before all others that would do. */
export const USUAL_STATUSES: readonly number[] = [200, 400, 404, 422, 500];

/*
 * Sets of statuses, as numbers with a bit for each: from the first on, and last one for a response without a status.
 */

const NO_STATUS = 1n << BigInt(LAST_STATUS - FIRST_STATUS + 1);

/** Every status, and none. */
export const ALL_STATUSES = NO_STATUS * 2n - 1n;

/** The statuses for which a test holds. */
export function statusesOf({ ranges }: StatusPredicate): bigint {
  return ranges.reduce((statuses, range) => statuses | statusesIn(range), 0n);
}

/** Both ends of a range are in it. */
function statusesIn({ first, last }: PlanRange): bigint {
  const [from, to] = [Math.max(first, FIRST_STATUS), Math.min(last, LAST_STATUS)];
  return from > to ? 0n : bitOf(to + 1) - bitOf(from);
}

function bitOf(status: number): bigint {
  return 1n << BigInt(status - FIRST_STATUS);
}

/** One of the statuses, of which there is at least one: a usual one if it can be, else the lowest, none only if it must be. */
export function statusIn(statuses: bigint): number | null {
  const usual = USUAL_STATUSES.find((status) => (statuses & bitOf(status)) !== 0n);
  if (usual !== undefined) return usual;
  const lowest = statuses & -statuses;
  return lowest === NO_STATUS ? null : FIRST_STATUS + lowest.toString(2).length - 1;
}

/** No status is in any range. */
export function isInRanges(status: number | null, ranges: readonly PlanRange[]): boolean {
  return status !== null && ranges.some(({ first, last }) => first <= status && status <= last);
}
