import type { VerdictChange } from "@responses/dsl";
import { type ComparedMappings, NO_CHANGE } from "@responses/dsl/editor";
import { type Acceptance, differenceKey } from "./acceptance.js";
import type { ComparedFile, ComparedResult } from "./compared-file.js";

/** A comparison in two: what of it nobody has accepted, recorded responses and what is not decided or told among it, and the rest. */
export interface PartedChanges {
  readonly open: ComparedMappings;
  readonly accepted: ComparedMappings;
}

/**
 * Why a mapping that came or went is accepted, or of a mapping the responses that two rules decide; null where they are not.
 *
 * @param deciders places of rules; null for the mapping itself
 */
export function reasonFor(
  acceptance: Acceptance | null,
  file: ComparedFile,
  deciders: Pick<VerdictChange, "before" | "after"> | null = null,
): string | null {
  return acceptance?.reasons.get(differenceKey(file, deciders)) ?? null;
}

/** Tells apart what somebody has accepted: a recorded response goes with the group of the rules that decide it. */
export function partedChanges(
  file: ComparedFile & ComparedResult,
  acceptance: Acceptance | null,
): PartedChanges {
  const { comparison, examples, mappingBefore, mappingAfter } = file;
  const isOpen = (deciders: Pick<VerdictChange, "before" | "after">): boolean =>
    reasonFor(acceptance, file, deciders) === null;
  const [open, accepted] = parted(comparison.changes, isOpen);
  const [openExamples, acceptedExamples] = parted(examples.changes, ({ before, after }) =>
    isOpen({ before: before.place, after: after.place }),
  );
  const mappings = { mappingBefore, mappingAfter };
  return {
    open: {
      ...mappings,
      comparison: { ...comparison, changes: open },
      examples: { ...examples, changes: openExamples },
    },
    accepted: {
      ...mappings,
      comparison: { ...NO_CHANGE, changes: accepted },
      examples: { ...examples, changes: acceptedExamples },
    },
  };
}

function parted<Item>(
  items: readonly Item[],
  isFirst: (item: Item) => boolean,
): readonly [readonly Item[], readonly Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
