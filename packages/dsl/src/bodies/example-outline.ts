import { memoized } from "../incremental/memoized.js";
import type { ExampleModel } from "../model/mapping.js";
import { bodyKindOf } from "./body-kind.js";
import { subjectOf } from "./example-subject.js";
import { outlineJson } from "./json-outline.js";

/** A longer body is no recorded response that a suggestion could be learnt from, and would make every check wait. */
export const LONGEST_READ = 1_000_000;

/** What an example's body looks like. */
export const kindOfExample = memoized(({ body }: ExampleModel) => bodyKindOf(body));

/** The outline of an example's body; null where it cannot be read as JSON. */
export const jsonOutlineOf = memoized((example: ExampleModel) =>
  example.body.length > LONGEST_READ || kindOfExample(example) !== "json"
    ? null
    : outlineJson(subjectOf(example).body),
);
