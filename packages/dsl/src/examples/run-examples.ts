import type { Mapping } from "../model/mapping.js";
import { finish } from "../work/steps.js";
import type { ExampleResult } from "./example-result.js";
import { JudgedExamples } from "./example-run.js";
import { judgeExamples } from "./judgements.js";

/** Runs the mapping's own examples, in their order. */
export function runExamples(mapping: Mapping): readonly ExampleResult[] {
  const examples = new Set(mapping.examples.map(({ model }) => model));
  return new JudgedExamples(mapping, finish(judgeExamples(mapping, examples, null))).results;
}
