import { askedBy, type MappingPlan, type PlanTest } from "../plan/mapping-plan.js";
import type { PlanRange } from "../plan/predicate.js";
import { OTHER_STATUS } from "../runtime/decision-by-status.js";
import type { StatusCell } from "./execution-plan.js";

/** The statuses that a range can hold; all others, and none, are alike. */
const FIRST_STATUS = 100;
const LAST_STATUS = 599;

/** Whether the tests ask for nothing but the status. */
export function asksStatusAlone(tests: readonly PlanTest[], plan: MappingPlan): boolean {
  return tests.every((test) => askedBy(test, plan).kind === "status");
}

/** Of rules that ask for the status alone, in their order, the first that holds for each status. */
export function statusCells(rules: readonly number[], plan: MappingPlan): readonly StatusCell[] {
  const first = new Map<number, number>();
  const open = new Set(allStatuses());
  for (const rule of rules) {
    const tests = plan.rules[rule]?.tests ?? [];
    for (const status of open) {
      if (!tests.every((test) => statusTestHolds(test, status, plan))) continue;
      first.set(status, rule);
      open.delete(status);
    }
  }
  return inRuns(first);
}

function* allStatuses(): Iterable<number> {
  yield OTHER_STATUS;
  for (let status = FIRST_STATUS; status <= LAST_STATUS; status += 1) yield status;
}

function statusTestHolds(test: PlanTest, status: number, plan: MappingPlan): boolean {
  const asked = askedBy(test, plan);
  if (asked.kind !== "status") return false;
  return asked.ranges.some(({ first, last }) => first <= status && status <= last) !== test.negated;
}

/** Neighbouring statuses of one rule as one cell. */
function inRuns(first: ReadonlyMap<number, number>): readonly StatusCell[] {
  const cells: StatusCell[] = [];
  for (const status of allStatuses()) {
    const rule = first.get(status);
    if (rule === undefined) continue;
    const last = cells.at(-1);
    if (last !== undefined && last.rule === rule && last.last === status - 1) {
      cells[cells.length - 1] = { ...last, last: status };
    } else {
      cells.push({ first: status, last: status, rule });
    }
  }
  return cells;
}

/** The statuses without which none of the rules holds; null where one can hold with any. */
export function statusesNeededBy(rules: readonly number[], plan: MappingPlan): readonly PlanRange[] | null {
  const needed = new Map<number, readonly PlanRange[]>();
  for (const rule of rules) {
    const test = plan.rules[rule]?.tests.find((one) => !one.negated && askedBy(one, plan).kind === "status");
    if (test === undefined) return null;
    const asked = askedBy(test, plan);
    if (asked.kind === "status") needed.set(test.predicate, asked.ranges);
  }
  return merged([...needed.values()].flat());
}

function merged(ranges: readonly PlanRange[]): readonly PlanRange[] {
  const result: PlanRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const last = result.at(-1);
    if (last !== undefined && range.first <= last.last + 1) {
      result[result.length - 1] = { first: last.first, last: Math.max(last.last, range.last) };
    } else {
      result.push(range);
    }
  }
  return result;
}
