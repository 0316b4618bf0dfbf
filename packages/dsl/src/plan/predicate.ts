import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { type NumberMatchWord, type TextMatchWord, VOCABULARY } from "../syntax/vocabulary.js";
import { lengthPrefixed } from "./length-prefixed.js";
import { keyOfTexts, type PlanText, patternPlanText, plainPlanText } from "./plan-text.js";

/*
 * What a test asks of a response, its `not` left aside: a value without a place in any file. The subject of a predicate is
 * the status, the body (`field` is null), or the texts that a field picks of it.
 */

interface PredicateBase {
  /**
   * Equal for predicates that ask the same, as it is written but for letter case and layout; what else is equal in
   * meaning (the order of a list, 1.5 and 1.50) relations.ts tells.
   */
  readonly key: string;
}

/** Both ends included. */
export interface PlanRange {
  readonly first: number;
  readonly last: number;
}

/** The status is in one of the ranges. */
export interface StatusPredicate extends PredicateBase {
  readonly kind: "status";
  readonly ranges: readonly PlanRange[];
}

/** One of the texts is found in the body, or in a text that the field picks. */
export interface TextPredicate extends PredicateBase {
  readonly kind: "text";
  readonly how: TextMatchWord;
  readonly field: DescribedField | null;
  readonly texts: readonly PlanText[];
}

/** A text that the field picks is a decimal number beyond the limit. */
export interface NumberPredicate extends PredicateBase {
  readonly kind: "number";
  readonly how: NumberMatchWord;
  readonly field: DescribedField;
  /** As the mapping has it. */
  readonly number: string;
}

/** The field picks nothing, or nothing that says anything. */
export interface EmptyPredicate extends PredicateBase {
  readonly kind: "empty";
  readonly field: DescribedField;
}

export type Predicate = StatusPredicate | TextPredicate | NumberPredicate | EmptyPredicate;

/** What a test asks; `describe` may hand out descriptions that it has made before. */
export function predicateOf(
  test: PositiveTest,
  describe: (field: Field) => DescribedField = describeField,
): Predicate {
  switch (test.kind) {
    case "status": {
      const ranges = test.ranges.map(({ first, last }) => ({ first, last }));
      return {
        kind: "status",
        key: `status ${ranges.map(({ first, last }) => `${first}..${last}`).join()}`,
        ranges,
      };
    }
    case "text": {
      const { how } = test;
      const field = test.field === null ? null : describe(test.field);
      const texts = test.texts.map(VOCABULARY[how].asteriskIsWildcard ? patternPlanText : plainPlanText);
      const subject = field === null ? "body" : lengthPrefixed(field.key);
      return { kind: "text", key: `${how} ${subject} ${keyOfTexts(texts)}`, how, field, texts };
    }
    case "number": {
      const { how, number } = test;
      const field = describe(test.field);
      return { kind: "number", key: `${how} ${lengthPrefixed(field.key)} ${number}`, how, field, number };
    }
    case "empty": {
      const field = describe(test.field);
      return { kind: "empty", key: `empty ${lengthPrefixed(field.key)}`, field };
    }
  }
}
