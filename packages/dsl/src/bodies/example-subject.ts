import { memoized } from "../incremental/memoized.js";
import { Subject } from "../matching/subject.js";
import type { ExampleModel } from "../model/mapping.js";

/** An example's response, ready for tests. What a body takes to be read is spent once, while rules come and go. */
export const subjectOf = memoized((example: ExampleModel) => new Subject(example));
