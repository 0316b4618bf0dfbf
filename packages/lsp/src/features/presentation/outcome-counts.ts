import { type OutcomeCounts, VERDICT_WORDS } from "@responses/dsl/editor";

/** `2 × reject, 1 × success`: the verdicts of the examples that hold something. */
export function outcomeCountsInWords(counts: OutcomeCounts): string {
  return VERDICT_WORDS.filter((name) => counts[name] > 0)
    .map((name) => `${counts[name]} × ${name}`)
    .join(", ");
}
