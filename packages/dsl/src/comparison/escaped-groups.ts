import { codeSpan } from "../findings/code-span.js";
import { counted } from "../findings/counted.js";
import type { VerdictChange } from "./comparison.js";

/** What is said of groups of which only bodies in escapes are known (`isHardlyEver`), in Markdown. */
export function escapedGroups(changes: readonly VerdictChange[]): string {
  const sales = changes.filter(({ money }) => money !== "none").length;
  const touched = sales === 0 ? "" : ` (${sales} of them ${sales === 1 ? "a sale" : "sales"} lost or gained)`;
  const shows = changes.length === 1 ? "shows" : "show";
  const [changed, they] = changes.length === 1 ? ["changes", "it"] : ["change", "they"];
  return [
    `${counted(changes.length, "difference")}${touched} ${shows} only in bodies that needlessly write plain letters as ${codeSpan("\\u0061")}`,
    `which systems hardly ever do; no ordinary body was found of which ${they} ${changed} the verdict`,
  ].join(", ");
}
