import type { DescribedField } from "../model/field.js";
import type { Predicate } from "../plan/predicate.js";
import { predicateKeyOf } from "../plan/predicate-key.js";
import { type AtomPredicate, fieldOf } from "./atom-predicate.js";
import { atomImplies, atomsExclude } from "./atom-relations.js";
import { singleText } from "./texts/single-text.js";

/** One predicate of the smallest kind, by a number that is its own in its table. */
export interface Atom {
  readonly number: number;
  readonly predicate: AtomPredicate;
}

/** What a predicate asks: one atom, or one of several. */
export type AtomsOf = readonly [Atom, ...Atom[]];

/** How two atoms keep each other from holding, or make each other hold, whatever the response. */
export interface AtomRelation {
  readonly implies: boolean;
  readonly isImplied: boolean;
  readonly excludes: boolean;
}

/** Atoms, each once, and what is known of pairs of them: both are asked for again and again. */
export class AtomTable {
  readonly #byPredicate = new Map<Predicate, AtomsOf>();
  readonly #byKey = new Map<string, Atom>();
  /** By the number of the one, and then by that of the other. */
  readonly #relations: Map<number, AtomRelation>[] = [];

  /** The atoms of which one must hold for the predicate to hold. */
  atomsOf(predicate: Predicate): AtomsOf {
    const known = this.#byPredicate.get(predicate);
    if (known !== undefined) return known;
    const atoms = this.#made(predicate);
    this.#byPredicate.set(predicate, atoms);
    return atoms;
  }

  /** What is certain of two atoms. */
  relation(one: Atom, other: Atom): AtomRelation {
    const known = this.#relations[one.number]?.get(other.number);
    if (known !== undefined) return known;
    const relation = {
      implies: atomImplies(one.predicate, other.predicate),
      isImplied: atomImplies(other.predicate, one.predicate),
      excludes: atomsExclude(one.predicate, other.predicate),
    };
    this.#relations[one.number] = (this.#relations[one.number] ?? new Map()).set(other.number, relation);
    return relation;
  }

  #made(predicate: Predicate): AtomsOf {
    if (predicate.kind !== "text") return [this.#atom(predicate)];
    const [first, ...others] = predicate.texts.map((text) => this.#atom(singleText(predicate, text)));
    if (first === undefined) throw new Error("a test looks for one text at least");
    return [first, ...others];
  }

  #atom(predicate: AtomPredicate): Atom {
    // Texts and markers of other letter case ask the same, but what is made of them shows how they are written.
    const written = predicate.kind === "text" ? predicate.texts[0].pieces.join("*") : "";
    const key = `${predicateKeyOf(predicate)} ${written} ${spellingOf(fieldOf(predicate))}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const atom = { number: this.#byKey.size, predicate };
    this.#byKey.set(key, atom);
    return atom;
  }
}

/** Only fields that search texts can be equal and yet be written differently. */
function spellingOf(field: DescribedField | null): string {
  return field === null || field.searchedTexts.length === 0 ? "" : JSON.stringify(field.form);
}
