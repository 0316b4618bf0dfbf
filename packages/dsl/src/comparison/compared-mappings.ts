import { finish, type Steps } from "../incremental/steps.js";
import type { Mapping } from "../model/mapping.js";
import { BothMappings } from "./both-mappings.js";
import { type ComparisonOptions, compareSteps, NO_CHANGE } from "./compare.js";
import type { Comparison } from "./comparison.js";
import { type ComparedExamples, compareExampleSteps } from "./example-changes.js";

/** Two mappings of a system, and in what they differ. */
export interface ComparedMappings {
  readonly mappingBefore: Mapping;
  readonly mappingAfter: Mapping;
  readonly comparison: Comparison;
  readonly examples: ComparedExamples;
}

/** Which responses get another verdict, and which recorded ones are among them. */
export function compareMappings(
  before: Mapping,
  after: Mapping,
  options: ComparisonOptions = {},
): ComparedMappings {
  return finish(compareMappingSteps(before, after, options));
}

/** The same in steps, for whoever has others to serve meanwhile. */
export function* compareMappingSteps(
  before: Mapping,
  after: Mapping,
  options: ComparisonOptions = {},
): Steps<ComparedMappings> {
  const nothing = { comparison: NO_CHANGE, examples: NO_CHANGES };
  if (areSameFiles(before, after)) return { mappingBefore: before, mappingAfter: after, ...nothing };
  const both = new BothMappings(before, after);
  const examples = yield* compareExampleSteps(both);
  const comparison = yield* compareSteps(both, examples, options);
  return { mappingBefore: before, mappingAfter: after, comparison, examples };
}

const NO_CHANGES: ComparedExamples = { count: 0, changes: [] };

/** Whether two mappings are made of the very same files in the same way; most of those that a run compares are. */
export function areSameFiles(before: Mapping, after: Mapping): boolean {
  return (
    before.file === after.file &&
    before.included.length === after.included.length &&
    before.included.every(({ file, through, leadsTo }, place) => {
      const other = after.included[place];
      // Links can lead the same words elsewhere.
      if (other?.file !== file || other.through.statement !== through.statement) return false;
      return [...leadsTo].every(([include, target]) => other.leadsTo.get(include) === target);
    })
  );
}
