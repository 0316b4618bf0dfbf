import { type DescribedField, describeField, type Field } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { lengthPrefixed } from "../text/length-prefixed.js";
import { type Predicate, predicateOf } from "./predicate.js";

/**
 * Fields and predicates, each once: asked for an equal one it hands out the very same object. Plans that are made with one
 * table (of a mapping before and after an edit, of two mappings that are compared) can be compared by identity.
 */
export class PlanTable {
  readonly #fields = new Map<string, DescribedField>();
  /** Of fields that are written in several ways those beyond the first. */
  readonly #otherSpellings = new Map<string, DescribedField[]>();
  /** By what they are asked of, and then by what they ask of it. */
  readonly #predicates = new Map<Subject, Map<string, Predicate>>();
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

  predicate(test: PositiveTest): Predicate {
    const predicate = predicateOf(test, this.#describe);
    const ofSubject = this.#predicatesOf(subjectOf(predicate));
    const question = spellingOf(predicate);
    const known = ofSubject.get(question);
    if (known !== undefined) return known;
    ofSubject.set(question, predicate);
    return predicate;
  }

  #predicatesOf(subject: Subject): Map<string, Predicate> {
    const known = this.#predicates.get(subject);
    if (known !== undefined) return known;
    const predicates = new Map<string, Predicate>();
    this.#predicates.set(subject, predicates);
    return predicates;
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

/** What a predicate is asked of. Fields are the table's own. */
type Subject = DescribedField | "body" | "status";

function subjectOf(predicate: Predicate): Subject {
  return predicate.kind === "status" ? "status" : (predicate.field ?? "body");
}

/** Equal for predicates that ask the very same of their subjects, letter case included. */
function spellingOf(predicate: Predicate): string {
  switch (predicate.kind) {
    case "status":
      return predicate.ranges.map(({ first, last }) => `${first}..${last}`).join();
    case "text":
      return `${predicate.how} ${predicate.texts.map(({ pieces }) => pieces.map(lengthPrefixed).join("*")).join()}`;
    case "number":
      return `${predicate.how} ${predicate.number}`;
    case "empty":
      return "empty";
  }
}
