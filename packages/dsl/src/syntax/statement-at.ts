import { leadingCount } from "../text/leading-count.js";
import type { Statement } from "./tree.js";

/** The number of the last statement that begins at an offset or before it: the one that holds it; -1 before the first. */
export function lastStatementAt(statements: readonly Statement[], offset: number): number {
  return leadingCount(statements, ({ start }) => start <= offset) - 1;
}
