/**
 * A table of the benchmark. Each part is measured in a process of its own, so that what the engine learned of one does not
 * meet the next; what parts give has to survive JSON.
 *
 * @template Result
 * @typedef {object} MeasuredTable
 * @property {string} name
 * @property {(choice: import("./choice.mjs").Choice) => readonly number[]} parts of the table, mostly counts of rules
 * @property {(part: number, choice: import("./choice.mjs").Choice) => Promise<readonly Result[]>} measure
 * @property {(results: readonly Result[]) => string} markdown
 * @property {(results: readonly Result[]) => string} summary in a few lines, for the pages of other versions of Node
 */

/**
 * Keeps what results a table has a matter of that table.
 *
 * @template Result
 * @param {MeasuredTable<Result>} table
 * @returns {MeasuredTable<unknown>}
 */
export function measuredTable(table) {
  return /** @type {MeasuredTable<unknown>} */ (/** @type {unknown} */ (table));
}
