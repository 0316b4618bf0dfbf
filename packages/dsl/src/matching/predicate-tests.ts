import { type FieldsPlan, fieldNumbers } from "../execution/field-paths.js";
import type { MappingPlan } from "../plan/mapping-plan.js";
import type { Predicate, TextPredicate } from "../plan/predicate.js";
import { type JudgedResponse, somePart, someText } from "../runtime/judged-response.js";
import { isNotBlank } from "../runtime/picked.js";
import { numberHolds, placeOfText } from "./interpret.js";

/** Tells whether a response is as it asks. */
export type PredicateTest = (response: JudgedResponse) => boolean;

/** For each predicate of the plan what asks it, as the interpreter does, of fields by their numbers in `fields`. */
export function predicateTests(
  { predicates }: MappingPlan,
  fields: FieldsPlan,
): (predicate: number) => PredicateTest {
  const numberOf = fieldNumbers(fields);
  return (number) => {
    const predicate = predicates[number];
    return predicate === undefined ? () => false : testOf(predicate, numberOf);
  };
}

function testOf(predicate: Predicate, numberOf: (field: { readonly key: string }) => number): PredicateTest {
  switch (predicate.kind) {
    case "status": {
      const { ranges } = predicate;
      return ({ status }) => ranges.some(({ first, last }) => status >= first && status <= last);
    }
    case "text": {
      const found = foundIn(predicate);
      if (predicate.field === null) return (response) => found(response.folded());
      const field = numberOf(predicate.field);
      return (response) => someText(response, field, found);
    }
    case "number": {
      const field = numberOf(predicate.field);
      const { how, number } = predicate;
      return (response) =>
        somePart(response, field, ({ text }) => text !== null && numberHolds(how, number, text));
    }
    case "empty": {
      const field = numberOf(predicate.field);
      return (response) => !somePart(response, field, isNotBlank);
    }
  }
}

/** Tells whether one of the texts is found in a folded subject. */
function foundIn({ how, texts }: TextPredicate): (subject: string) => boolean {
  const wanted = texts.map(({ folded }) => ({ folded: folded[0] ?? "", foldedPieces: folded }));
  return (subject) => wanted.some((text) => placeOfText(how, text, subject) !== null);
}
