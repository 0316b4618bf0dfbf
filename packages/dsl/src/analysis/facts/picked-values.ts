import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import type { Subject } from "../../matching/subject.js";
import type { Field } from "../../model/field.js";
import type { CaptureModel, ExampleModel } from "../../model/mapping.js";

/** The different texts that a field picks of a body, blank ones left aside, in order: a capture takes the first. */
export function differentTexts(field: Field, subject: Subject): readonly string[] {
  const texts = new Set<string>();
  for (const { text, blank } of subject.pick(field)) if (text !== null && !blank) texts.add(text);
  return [...texts];
}

/** The same for a capture in an example: worked out once, also through edits of others. */
export const capturedTexts = memoized((example: ExampleModel) =>
  memoized((capture: CaptureModel) => differentTexts(capture.field, subjectOf(example))),
);
