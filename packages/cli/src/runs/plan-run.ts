import { basename } from "node:path";
import type { SourceText } from "@responses/dsl";
import { type DescribedExecution, describeExecution, refuses } from "@responses/dsl/editor";
import { CollectedFindings, type ReportedFinding, sourcesOf } from "@responses/reporting";
import type { Problem } from "../terminal/usage-error.js";
import { eachPath, type Inputs } from "./inputs.js";

/** A mapping file and how it is run. */
export interface PlannedFile {
  readonly path: string;
  readonly execution: DescribedExecution;
}

export interface PlanReport {
  readonly files: readonly PlannedFile[];
  /** How many files were refused, and why. */
  readonly refused: number;
  readonly errors: readonly ReportedFinding[];
  /** What could not be read. */
  readonly problems: readonly Problem[];
  readonly sourceOf: (path: string) => SourceText;
}

/** `responses compile --plan`: works out how mapping files are run, and writes nothing. */
export function runPlan(inputs: Inputs): PlanReport {
  const { files, projects } = inputs;
  const errors = new CollectedFindings(projects);
  const planned: PlannedFile[] = [];
  let refused = 0;
  const problems = eachPath(inputs, "planning", (path) => {
    const { linked } = files.load(path);
    if (linked.kind === "refused") {
      refused += 1;
      errors.add(linked.findings.filter(({ name }) => refuses(name)));
      return;
    }
    planned.push({ path, execution: describeExecution(linked.mapping, basename(path)) });
  });
  return { files: planned, refused, errors: errors.inOrder(), problems, sourceOf: sourcesOf(files) };
}
