import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { type NumberMatchWord, type TextMatchWord, VOCABULARY } from "../syntax/vocabulary.js";
import { type PlanText, patternPlanText, plainPlanText } from "./plan-text.js";

/*
 * What a test asks of a response, its `not` left aside: a value without a place in any file. The subject of a predicate is
 * the status, the body (`field` is null), or the texts that a field picks of it.
 */

/** Both ends included. */
export interface PlanRange {
  readonly first: number;
  readonly last: number;
}

/** The status is in one of the ranges. */
export interface StatusPredicate {
  readonly kind: "status";
  readonly ranges: readonly PlanRange[];
}

/** One of the texts is found in the body, or in a text that the field picks. */
export interface TextPredicate {
  readonly kind: "text";
  readonly how: TextMatchWord;
  readonly field: DescribedField | null;
  readonly texts: readonly PlanText[];
}

/** A text that the field picks is a decimal number beyond the limit. */
export interface NumberPredicate {
  readonly kind: "number";
  readonly how: NumberMatchWord;
  readonly field: DescribedField;
  /** As the mapping has it. */
  readonly number: string;
}

/** The field picks nothing, or only what is blank. */
export interface EmptyPredicate {
  readonly kind: "empty";
  readonly field: DescribedField;
}

/** What a test asks. */
export type Predicate = StatusPredicate | TextPredicate | NumberPredicate | EmptyPredicate;

/** What a test asks; `describe` may hand out descriptions that it has made before. */
export function predicateOf(
  test: PositiveTest,
  describe: (field: Field) => DescribedField = describeField,
): Predicate {
  switch (test.kind) {
    case "status":
      return { kind: "status", ranges: test.ranges.map(({ first, last }) => ({ first, last })) };
    case "text": {
      const { how, field } = test;
      const texts = test.texts.map(VOCABULARY[how].asteriskIsWildcard ? patternPlanText : plainPlanText);
      return { kind: "text", how, field: field === null ? null : describe(field), texts };
    }
    case "number":
      return { kind: "number", how: test.how, field: describe(test.field), number: test.number };
    case "empty":
      return { kind: "empty", field: describe(test.field) };
  }
}
