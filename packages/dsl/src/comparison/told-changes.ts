import { MOST_LISTED } from "./compare.js";
import type { ComparedMappings } from "./compared-mappings.js";
import type { Comparison, VerdictChange } from "./comparison.js";
import { unchangedRules } from "./unchanged-rules.js";

/**
 * What is told of a comparison that went through every group, as of one that did not: of each rule that came, went or moved
 * the most important changes and all that are recorded; the others are counted.
 *
 * @param changes those of them that are to be told, the most important first
 */
export function toldChanges(
  { mappingBefore, mappingAfter, comparison }: ComparedMappings,
  changes: readonly VerdictChange[],
): Comparison {
  const { newPlaces } = unchangedRules(mappingBefore.rules, mappingAfter.rules);
  /** The rule that went, if one did, or else the one that came. */
  const changedRule = ({ before, after }: VerdictChange): string =>
    before !== null && newPlaces[before] === null ? `before ${before}` : `after ${after}`;
  const counts = new Map<string, number>();
  const isTold = (change: VerdictChange): boolean => {
    const rule = changedRule(change);
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    return count <= MOST_LISTED || change.isRecorded;
  };
  const told: VerdictChange[] = [];
  const left: VerdictChange[] = [];
  for (const change of changes) (isTold(change) ? told : left).push(change);
  const sales = left.filter(({ money }) => money === "success-lost" || money === "success-gained").length;
  return {
    ...comparison,
    changes: told,
    unlisted: comparison.unlisted + left.length,
    unlistedSales: comparison.unlistedSales + sales,
  };
}
