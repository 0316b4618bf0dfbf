import { OUTCOMES_SEEN, type OutcomeCounts } from "@responses/dsl/editor";

/** `2 × reject, 1 × success`: the verdicts of the examples that hold something. */
export function outcomeCountsInWords(counts: OutcomeCounts): string {
  return OUTCOMES_SEEN.filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} × ${name}`)
    .join(", ");
}
