import type { PlanRange, StatusPredicate } from "../plan/predicate.js";

/** All statuses that a range can hold. */
const FIRST_STATUS = 100;
const LAST_STATUS = 599;

/** Shown before all others that would do. */
export const USUAL_STATUSES: readonly number[] = [200, 400, 404, 422, 500];

/**
 * The statuses that some tests can tell apart, as cells between all ends of their ranges; one more cell is that of a response
 * without a status. A set of cells is a number with a bit for each.
 */
export class StatusCells {
  /** A status of each cell, null for none, the one that is shown first before the others. */
  readonly #statuses: readonly (number | null)[];

  constructor(predicates: readonly StatusPredicate[]) {
    const ends = predicates.flatMap(({ ranges }) => ranges.flatMap(({ first, last }) => [first, last + 1]));
    const starts = [FIRST_STATUS, ...ends.filter((end) => FIRST_STATUS < end && end <= LAST_STATUS)];
    const ascending = [...new Set(starts)].sort((a, b) => a - b);
    const cells = ascending.map((first, index) => {
      const last = (ascending[index + 1] ?? LAST_STATUS + 1) - 1;
      return USUAL_STATUSES.find((status) => first <= status && status <= last) ?? first;
    });
    const rankOf = (status: number): number => {
      const rank = USUAL_STATUSES.indexOf(status);
      return rank < 0 ? USUAL_STATUSES.length : rank;
    };
    this.#statuses = [...cells.sort((a, b) => rankOf(a) - rankOf(b)), null];
  }

  get all(): bigint {
    return (1n << BigInt(this.#statuses.length)) - 1n;
  }

  /** The cells for whose statuses a test holds. */
  cellsOf({ ranges }: StatusPredicate): bigint {
    return this.#statuses.reduce<bigint>(
      (cells, status, index) => (isInRanges(status, ranges) ? cells | (1n << BigInt(index)) : cells),
      0n,
    );
  }

  /** A status of one of the cells, of which there is at least one: a usual one if it can be, none only if it must be. */
  statusIn(cells: bigint): number | null {
    return this.#statuses.find((_, index) => (cells & (1n << BigInt(index))) !== 0n) ?? null;
  }
}

/** No status is in any range. */
export function isInRanges(status: number | null, ranges: readonly PlanRange[]): boolean {
  return status !== null && ranges.some(({ first, last }) => first <= status && status <= last);
}
