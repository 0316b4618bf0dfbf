import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { spellingOfTexts } from "./plan-text.js";
import { type Predicate, predicateOf } from "./predicate.js";

/**
 * Fields and predicates, each once: asked for an equal one it hands out the very same object. Plans that are made with one
 * table (of a mapping before and after an edit, of two mappings that are compared) can be compared by identity.
 */
export class PlanTable {
  readonly #fields = new Map<string, DescribedField[]>();
  readonly #predicates = new Map<string, Predicate>();

  field(field: Field): DescribedField {
    const known = this.#fields.get(field.key);
    const [first] = known ?? [];
    // Only fields that search texts can be equal and yet spelt differently.
    if (first !== undefined && first.searchedTexts.length === 0) return first;
    const described = describeField(field);
    const spelling = JSON.stringify(described.form);
    const same = known?.find(({ form }) => JSON.stringify(form) === spelling);
    if (same !== undefined) return same;
    if (known === undefined) this.#fields.set(field.key, [described]);
    else known.push(described);
    return described;
  }

  predicate(test: PositiveTest): Predicate {
    const predicate = predicateOf(test, (field) => this.field(field));
    const identity = identityOf(predicate);
    const known = this.#predicates.get(identity);
    if (known !== undefined) return known;
    this.#predicates.set(identity, predicate);
    return predicate;
  }
}

/** Equal for predicates that are equal in every part, letter case included. */
function identityOf(predicate: Predicate): string {
  const { key } = predicate;
  switch (predicate.kind) {
    case "status":
      return key;
    case "text":
      return `${key}${spellingOf(predicate.field)} ${spellingOfTexts(predicate.texts)}`;
    case "number":
    case "empty":
      return `${key}${spellingOf(predicate.field)}`;
  }
}

function spellingOf(field: DescribedField | null): string {
  return field === null || field.searchedTexts.length === 0 ? "" : ` ${JSON.stringify(field.form)}`;
}
