import { memoized } from "../incremental/memoized.js";
import type { Subject } from "../matching/subject.js";
import type { ExampleModel } from "../model/mapping.js";
import { foldText } from "../text/case-folding.js";
import { kindOfExample } from "./example-outline.js";
import { subjectOf } from "./example-subject.js";
import { type FormValue, looksLikeForm, outlineForm } from "./form-outline.js";

/** An example whose body is a form, and what stands in it. */
export interface FormExample {
  readonly example: ExampleModel;
  readonly subject: Subject;
  readonly values: readonly FoldedFormValue[];
}

/** A name and value of a form, and what tests without case compare with. */
export interface FoldedFormValue extends FormValue {
  readonly folded: string;
}

/** A longer body is no recorded response that a suggestion could be learnt from, and would make every check wait. */
const LONGEST_OUTLINED = 100_000;

/** Values kept at most: a suggestion needs one that fits. */
const MOST_VALUES = 500;

/** What stands in an example's body; null where it is no form. */
export const readAsForm = memoized((example: ExampleModel): FormExample | null => {
  if (example.body.length > LONGEST_OUTLINED || kindOfExample(example) !== "text") return null;
  const subject = subjectOf(example);
  if (!looksLikeForm(subject.body)) return null;
  const values: FoldedFormValue[] = [];
  for (const value of outlineForm(subject.body)) {
    if (values.length === MOST_VALUES) break;
    values.push({ ...value, folded: foldText(value.text) });
  }
  return { example, subject, values };
});
