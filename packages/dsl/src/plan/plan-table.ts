import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { spellingOfTexts } from "./plan-text.js";
import { type Keyed, keyedPredicateOf, type Predicate, predicateOf } from "./predicate.js";

/**
 * Fields and predicates, each once: asked for an equal one it hands out the very same object. Plans that are made with one
 * table (of a mapping before and after an edit, of two mappings that are compared) can be compared by identity.
 */
export class PlanTable {
  readonly #fields = new Map<string, DescribedField>();
  /** Of fields that are written in several ways those beyond the first. */
  readonly #otherSpellings = new Map<string, DescribedField[]>();
  readonly #predicates = new Map<string, Keyed<Predicate>>();
  readonly #describe = (field: Field): DescribedField => this.field(field);

  field(field: Field): DescribedField {
    const first = this.#fields.get(field.key);
    if (first === undefined) {
      const described = describeField(field);
      this.#fields.set(field.key, described);
      return described;
    }
    // Only fields that search texts can be equal and yet be written differently.
    return first.searchedTexts.length === 0 ? first : this.#sameSpelling(first, describeField(field));
  }

  /** What a test asks, with a field of the table, for who looks at it once: it gets no key, and is not kept. */
  unkeptPredicate(test: PositiveTest): Predicate {
    return predicateOf(test, this.#describe);
  }

  predicate(test: PositiveTest): Keyed<Predicate> {
    const predicate = keyedPredicateOf(test, this.#describe);
    const identity = identityOf(predicate);
    const known = this.#predicates.get(identity);
    if (known !== undefined) return known;
    this.#predicates.set(identity, predicate);
    return predicate;
  }

  #sameSpelling(first: DescribedField, described: DescribedField): DescribedField {
    const { key } = described;
    const spelling = JSON.stringify(described.form);
    const others = this.#otherSpellings.get(key) ?? [];
    const same = [first, ...others].find(({ form }) => JSON.stringify(form) === spelling);
    if (same === undefined) this.#otherSpellings.set(key, [...others, described]);
    return same ?? described;
  }
}

/** Equal for predicates that are equal in every part, letter case included. */
function identityOf(predicate: Keyed<Predicate>): string {
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
