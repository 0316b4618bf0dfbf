import type { ExampleModel, RuleModel } from "@responses/dsl";
import { type Subject, subjectOf } from "@responses/dsl/editor";

/** Larger bodies are not searched for a preview: to read them takes longer than a person waits. */
const LARGEST_BODY = 1_000_000;

/** Characters searched for one line at most, the body's length times the number of texts: a preview must not wait. */
const MOST_WORK = 16_000_000;

/** What is said where a place is not shown for that. */
export const NOT_SEARCHED = "the body is too long to show the place";

/** An example's response, ready to be asked what a rule meets in it; null where that would take too long. */
export function previewSubjectOf(example: ExampleModel): Subject | null {
  return example.body.length > LARGEST_BODY ? null : subjectOf(example);
}

/** The same for one rule; null also where its texts are too many for so long a body. */
export function searchedSubjectOf(rule: RuleModel, example: ExampleModel): Subject | null {
  const subject = previewSubjectOf(example);
  return subject === null || isTooMuch(rule, subject) ? null : subject;
}

/** Whether looking for all texts of a rule in the body takes too long. */
export function isTooMuch({ condition }: RuleModel, { body }: Subject): boolean {
  if (condition.kind === "otherwise") return false;
  const texts = condition.tests.reduce(
    (count, { test }) => count + (test.kind === "text" ? test.texts.length : 1),
    0,
  );
  return texts * Math.max(body.length, 1) > MOST_WORK;
}
