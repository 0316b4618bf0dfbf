import { type DescribedExecution, describeExecution } from "@responses/dsl/editor";
import type { Inputs } from "./inputs.js";
import { eachMapping, type Hindrances } from "./linked-mappings.js";

/** A mapping file and how it is run. */
export interface PlannedFile {
  readonly path: string;
  readonly execution: DescribedExecution;
}

export interface PlanReport extends Hindrances {
  readonly files: readonly PlannedFile[];
}

/** `responses compile --plan`: works out how mapping files are run, and writes nothing. */
export function runPlan(inputs: Inputs): PlanReport {
  const files: PlannedFile[] = [];
  const hindrances = eachMapping(inputs, "planning", (path, mapping) => {
    files.push({ path, execution: describeExecution(mapping) });
    return [];
  });
  return { files, ...hindrances };
}
