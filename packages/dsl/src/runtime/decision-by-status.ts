import type { DecisionStep } from "./decision.js";
import { NO_RULE } from "./searched-text.js";

/** Ranges of statuses apart from one another, with the lowest rule that holds in each. */
export type StatusCells = readonly (readonly [first: number, last: number, rule: number])[];

/** Both ends of each are included. */
export type StatusRanges = readonly (readonly [first: number, last: number])[];

/** Whether a step whose rules all need one of these statuses, if some are given, can find any. */
export function canHold(status: number, statuses: StatusRanges | null): boolean {
  return statuses === null || statuses.some(([first, last]) => status >= first && status <= last);
}

/** Stands for all statuses that are in no range, and for none. */
export const OTHER_STATUS = -1;

/** The lowest rule that holds for a status; `NO_RULE` for none. */
export function lowestForStatus(cells: StatusCells, given: number): number {
  const status = given < 100 || given > 599 ? OTHER_STATUS : given;
  for (const [first, last, rule] of cells) if (status >= first && status <= last) return rule;
  return NO_RULE;
}

/** Rules that ask for nothing but the status. */
export function byStatus(lowest: number, cells: StatusCells): DecisionStep {
  return {
    lowest,
    run(response) {
      const rule = lowestForStatus(cells, response.status);
      if (rule < response.best) response.best = rule;
    },
  };
}
