import type { Statement } from "./tree.js";

/** The number of the last statement that begins at an offset or before it: the one that holds it; -1 before the first. */
export function lastStatementAt(statements: readonly Statement[], offset: number): number {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
