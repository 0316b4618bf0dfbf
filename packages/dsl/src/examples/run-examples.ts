import type { Mapping } from "../model/mapping.js";
import { finish } from "../work/steps.js";
import type { ExampleResult } from "./example-result.js";
import { exampleRunSteps } from "./example-run.js";

/** Runs the mapping's own examples, in their order. */
export function runExamples(mapping: Mapping): readonly ExampleResult[] {
  return finish(exampleRunSteps(mapping)).results;
}
