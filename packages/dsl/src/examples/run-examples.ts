import { finish } from "../incremental/steps.js";
import type { Mapping } from "../model/mapping.js";
import { evaluateExamples } from "./example-outcomes.js";
import type { ExampleResult } from "./example-result.js";
import { EvaluatedExamples } from "./example-run.js";

/** Runs the mapping's own examples, in their order. */
export function runExamples(mapping: Mapping): readonly ExampleResult[] {
  const examples = new Set(mapping.examples.map(({ model }) => model));
  return new EvaluatedExamples(mapping, finish(evaluateExamples(mapping, examples, null))).results;
}
