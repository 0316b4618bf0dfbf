import type { JudgedResponse } from "./judged-response.js";
import { NO_RULE } from "./searched-text.js";
import type { TextMeaning } from "./text-meaning.js";
import { type RowSearch, searchRows } from "./text-table.js";

/** A step of a decision: it looks for rules that hold before the lowest that is known to. */
export interface DecisionStep {
  /** The lowest rule that it can find. */
  readonly lowest: number;
  readonly run: (response: JudgedResponse) => void;
}

/** The index of the first rule that holds, or -1. Steps stand in the order of the lowest rules that they can find. */
export function decideBy(steps: readonly DecisionStep[], response: JudgedResponse): number {
  for (const { lowest, run } of steps) {
    if (lowest >= response.best) break;
    run(response);
  }
  return response.best === NO_RULE ? -1 : response.best;
}

/** Tries a rule that comes before the lowest that is known to hold: whether it holds. */
export function tryRule(response: JudgedResponse, rule: number): boolean {
  const { conditions, tests } = response.tables;
  for (const test of conditions.get(rule) || NO_TESTS) {
    const holds = tests[test < 0 ? -1 - test : test];
    if (holds === undefined || holds(response) === test < 0) return false;
  }
  // A test may have found out that a lower rule holds.
  if (rule < response.best) response.best = rule;
  return true;
}

const NO_TESTS: readonly number[] = [];

/** A text was found that means this. */
export function applyMeaning(response: JudgedResponse, { decides, tried }: TextMeaning): void {
  if (decides < response.best) response.best = decides;
  tryRules(response, tried);
}

/**
 * The same of a text in one of the parts that a field picks, of which there can be very many: a rule that was tried in vain for one
 * is not tried for another, since what else it asks is the same for all.
 */
export function applyMeaningInPart(response: JudgedResponse, { decides, tried }: TextMeaning): void {
  if (decides < response.best) response.best = decides;
  for (const rule of tried) {
    if (rule >= response.best) return;
    if (response.refuted?.has(rule) === true) continue;
    if (tryRule(response, rule)) return;
    if (response.refuted === null) response.refuted = new Set();
    response.refuted.add(rule);
  }
}

/** Tries rules, in their order, as far as they come before the lowest that is known to hold. */
function tryRules(response: JudgedResponse, rules: readonly number[]): void {
  for (const rule of rules) if (rule >= response.best || tryRule(response, rule)) return;
}

/** Rules that are tried one by one. */
export function byTrying(rules: readonly number[]): DecisionStep {
  const [lowest = NO_RULE] = rules;
  return {
    lowest,
    run(response) {
      tryRules(response, rules);
    },
  };
}

/** Whether one of the body's texts, by their rows, was found. Right for rules before the lowest that is known to hold. */
export function hasFound(response: JudgedResponse, rows: readonly number[]): boolean {
  const { bodyTexts } = response.tables;
  if (bodyTexts === null || bodyTexts.search === null) return false;
  const found = searchBody(response, bodyTexts.search);
  return rows.some((row) => found.has(row));
}

/** Searches the body, once. */
export function searchBody(response: JudgedResponse, search: RowSearch): ReadonlySet<number> {
  if (response.foundRows !== null) return response.foundRows;
  const rows: number[] = [];
  response.best = searchRows(search, response, response.best, rows);
  response.foundRows = rows.length === 0 ? NO_ROWS : new Set(rows);
  return response.foundRows;
}

const NO_ROWS: ReadonlySet<number> = new Set();
