import { memoized } from "../incremental/memoized.js";
import type { DescribedField } from "../model/field.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { keyOfTexts } from "./plan-text.js";
import type { Predicate } from "./predicate.js";

/**
 * Equal for predicates that ask the same, as it is written but for letter case and layout; what else is equal in meaning
 * (the order of a list, 1.5 and 1.50) relations/ tells. Worked out once for each predicate, and only when it is asked for.
 */
export const predicateKeyOf = memoized((predicate: Predicate): string => {
  switch (predicate.kind) {
    case "status":
      return `status ${predicate.ranges.map(({ first, last }) => `${first}..${last}`).join()}`;
    case "text": {
      const { how, field, texts } = predicate;
      return `${how} ${field === null ? "body" : keyOfField(field)} ${keyOfTexts(texts)}`;
    }
    case "number":
      return `${predicate.how} ${keyOfField(predicate.field)} ${predicate.number}`;
    case "empty":
      return `empty ${keyOfField(predicate.field)}`;
  }
});

function keyOfField({ key }: DescribedField): string {
  return lengthPrefixed(key);
}
