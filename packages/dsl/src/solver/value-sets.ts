import type { Clause, Literal, TruthValues } from "./truth-values.js";
import type { Work } from "./work.js";

/** A set of values that is the meaning of a variable: it is true for a response whose value is among them. */
export interface ValueSet {
  readonly variable: number;
  readonly values: bigint;
}

/** A decided literal that left fewer values than there were before. */
interface Narrowing {
  readonly literal: Literal;
  readonly before: bigint;
}

/** Variables that stand for sets of one value: which values are left, and what follows for the others. */
export class ValueSets {
  readonly #decided: TruthValues;
  readonly #all: bigint;
  readonly #sets = new Map<number, bigint>();
  readonly #narrowings: Narrowing[] = [];
  #left: bigint;
  /** How many of the decided literals have been looked at. */
  #seen = 0;
  /** Whether more may follow from the values that are left. */
  #isNarrowed = false;

  constructor(decided: TruthValues, all: bigint) {
    this.#decided = decided;
    this.#all = all;
    this.#left = all;
  }

  /** The values that all of the decided sets leave. */
  get left(): bigint {
    return this.#left;
  }

  /** Before any choice is made. */
  add({ variable, values }: ValueSet): void {
    this.#sets.set(variable, values);
    this.#isNarrowed = true;
  }

  /** After choices were taken back. */
  goBack(): void {
    const { count } = this.#decided;
    this.#seen = Math.min(this.#seen, count);
    for (let last = this.#narrowings.at(-1); last !== undefined; last = this.#narrowings.at(-1)) {
      if (this.#decided.of(last.literal) === true) return;
      this.#left = last.before;
      this.#narrowings.pop();
    }
  }

  /** Decides the sets that the values which are left lie in, or outside of, altogether; a clause of what leaves none, or null. */
  propagate(work: Work): Clause | null {
    for (; this.#seen < this.#decided.count; this.#seen++) {
      const literal = this.#decided.at(this.#seen);
      const left = this.#left & this.#allowedBy(literal);
      work.spend(1);
      if (left === this.#left) continue;
      this.#narrowings.push({ literal, before: this.#left });
      this.#left = left;
      this.#isNarrowed = true;
    }
    if (this.#left === 0n) return this.#because(this.#all, this.#decided.count, work);
    if (!this.#isNarrowed) return null;
    this.#isNarrowed = false;
    work.spend(this.#sets.size);
    for (const [variable, values] of this.#sets) {
      if (this.#decided.of(variable) !== null) continue;
      work.spend(COMPARING);
      if ((this.#left & values) === 0n) this.#decided.set(-variable, "values");
      else if ((this.#left & ~values) === 0n) this.#decided.set(variable, "values");
    }
    return null;
  }

  /** Why a literal is so that was decided here. */
  reasonOf(literal: Literal, work: Work): Clause {
    const place = this.#decided.placeOf(literal);
    return [literal, ...this.#because(this.#all & ~this.#allowedBy(literal), place, work)];
  }

  /** The opposites of literals, decided before a place, that together leave none of some values. */
  #because(values: bigint, place: number, work: Work): Clause {
    const opposites: Literal[] = [];
    let left = values;
    for (const { literal } of this.#narrowings) {
      if (left === 0n || this.#decided.placeOf(literal) >= place) break;
      work.spend(COMPARING);
      const fewer = left & this.#allowedBy(literal);
      if (fewer !== left) opposites.push(-literal);
      left = fewer;
    }
    return opposites;
  }

  #allowedBy(literal: Literal): bigint {
    const values = this.#sets.get(Math.abs(literal));
    if (values === undefined) return this.#all;
    return literal > 0 ? values : this.#all & ~values;
  }
}

/** Steps that it takes to compare two sets. */
const COMPARING = 5;
