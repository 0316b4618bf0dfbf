import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { ExampleModel } from "../../model/mapping.js";
import { wordsOf } from "../words/sentence-words.js";

/** What a field picks of a recorded answer. */
export interface PickedInExample {
  /** How many values with a text. */
  readonly count: number;
  /** Whether one of them is neither blank nor JSON's null. */
  readonly isFilled: boolean;
  /** How many words stand in the one that has the most. */
  readonly mostWords: number;
}

/** What it costs at a guess to look at one answer, in microseconds. */
export const PER_EXAMPLE = 5;

/** The same for as long as the example stands there. */
export function pickedInExample(example: ExampleModel, field: Field): PickedInExample {
  const known = knownOf(example);
  let picked = known.get(field.key);
  if (picked === undefined) {
    picked = look(example, field);
    known.set(field.key, picked);
  }
  return picked;
}

const knownOf = memoized((_: ExampleModel) => new Map<string, PickedInExample>());

function look(example: ExampleModel, field: Field): PickedInExample {
  const subject = subjectOf(example);
  let [count, isFilled, mostWords] = [0, false, 0];
  for (const { folded, blank } of subject.pick(field)) {
    if (folded === null) continue;
    count++;
    isFilled ||= !blank;
    if (!blank) mostWords = Math.max(mostWords, wordsOf(folded).length);
  }
  subject.forgetOldFields();
  return { count, isFilled, mostWords };
}
