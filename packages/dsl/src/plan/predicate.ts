import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { type NumberMatchWord, type TextMatchWord, VOCABULARY } from "../syntax/vocabulary.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { keyOfTexts, type PlanText, patternPlanText, plainPlanText } from "./plan-text.js";

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
export interface StatusQuestion {
  readonly kind: "status";
  readonly ranges: readonly PlanRange[];
}

/** One of the texts is found in the body, or in a text that the field picks. */
export interface TextQuestion {
  readonly kind: "text";
  readonly how: TextMatchWord;
  readonly field: DescribedField | null;
  readonly texts: readonly PlanText[];
}

/** A text that the field picks is a decimal number beyond the limit. */
export interface NumberQuestion {
  readonly kind: "number";
  readonly how: NumberMatchWord;
  readonly field: DescribedField;
  /** As the mapping has it. */
  readonly number: string;
}

/** The field picks nothing, or only what is blank. */
export interface EmptyQuestion {
  readonly kind: "empty";
  readonly field: DescribedField;
}

/** What a test asks. */
export type Question = StatusQuestion | TextQuestion | NumberQuestion | EmptyQuestion;

interface Keyed {
  /**
   * Equal for predicates that ask the same, as it is written but for letter case and layout; what else is equal in
   * meaning (the order of a list, 1.5 and 1.50) relations/ tells.
   */
  readonly key: string;
}

export type StatusPredicate = StatusQuestion & Keyed;
export type TextPredicate = TextQuestion & Keyed;
export type NumberPredicate = NumberQuestion & Keyed;
export type EmptyPredicate = EmptyQuestion & Keyed;
export type Predicate = StatusPredicate | TextPredicate | NumberPredicate | EmptyPredicate;

/** What a test asks, with its key. */
export function predicateOf(
  test: PositiveTest,
  describe: (field: Field) => DescribedField = describeField,
): Predicate {
  const question = questionOf(test, describe);
  const key = keyOf(question);
  // Written out, since spreading costs more than all the rest.
  switch (question.kind) {
    case "status":
      return { kind: question.kind, key, ranges: question.ranges };
    case "text":
      return { kind: question.kind, key, how: question.how, field: question.field, texts: question.texts };
    case "number":
      return { kind: question.kind, key, how: question.how, field: question.field, number: question.number };
    case "empty":
      return { kind: question.kind, key, field: question.field };
  }
}

/** What a test asks; `describe` may hand out descriptions that it has made before. */
export function questionOf(test: PositiveTest, describe: (field: Field) => DescribedField): Question {
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

function keyOf(question: Question): string {
  switch (question.kind) {
    case "status":
      return `status ${question.ranges.map(({ first, last }) => `${first}..${last}`).join()}`;
    case "text": {
      const { how, field, texts } = question;
      return `${how} ${field === null ? "body" : lengthPrefixed(field.key)} ${keyOfTexts(texts)}`;
    }
    case "number":
      return `${question.how} ${lengthPrefixed(question.field.key)} ${question.number}`;
    case "empty":
      return `empty ${lengthPrefixed(question.field.key)}`;
  }
}
