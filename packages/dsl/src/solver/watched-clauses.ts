import type { Clause, Literal, TruthValues } from "./truth-values.js";
import type { Work } from "./work.js";

/**
 * Clauses of which two literals are watched that may still be so: a clause is looked at only when one of these turns out not to be, and
 * either another one is watched instead, or the other of the two must be so.
 */
export class WatchedClauses {
  readonly #values: TruthValues;
  /** The clauses that watch each literal. The two that are watched stand first. */
  readonly #watching: Literal[][][] = [[], []];
  /** How many of the decided literals have been looked at. */
  #seen = 0;

  constructor(values: TruthValues) {
    this.#values = values;
  }

  addVariable(): void {
    this.#watching.push([], []);
  }

  /** The first two of its literals, which there are, can be so, or are those that were decided last. */
  add(clause: Clause): void {
    const literals = [...clause];
    this.#watchingOf(literals[0] ?? 0).push(literals);
    this.#watchingOf(literals[1] ?? 0).push(literals);
  }

  /** Whether nothing has been decided that was not looked at. */
  get isUpToDate(): boolean {
    return this.#seen >= this.#values.count;
  }

  /** After choices were taken back. */
  goBack(): void {
    this.#seen = Math.min(this.#seen, this.#values.count);
  }

  /** Decides what clauses leave no other way to; a clause that has no way left, or null. */
  propagate(work: Work): Clause | null {
    while (this.#seen < this.#values.count) {
      const conflict = this.#denied(-this.#values.at(this.#seen++), work);
      if (conflict !== null) return conflict;
    }
    return null;
  }

  /** A literal turned out not to be so. */
  #denied(literal: Literal, work: Work): Clause | null {
    const watching = this.#watchingOf(literal);
    let kept = 0;
    for (let index = 0; index < watching.length; index++) {
      const clause = watching[index];
      if (clause === undefined) break;
      if (clause[0] === literal) swap(clause, 0, 1);
      const other = clause[0] ?? 0;
      const place = this.#values.of(other) === true ? null : this.#replacement(clause, work);
      if (place !== null) {
        swap(clause, 1, place);
        this.#watchingOf(clause[1] ?? 0).push(clause);
        continue;
      }
      watching[kept++] = clause;
      work.spend(1);
      const value = this.#values.of(other);
      if (value === null) this.#values.set(other, clause);
      if (value !== false) continue;
      for (let rest = index + 1; rest < watching.length; rest++) watching[kept++] = watching[rest] ?? [];
      watching.length = kept;
      return clause;
    }
    watching.length = kept;
    return null;
  }

  /** The place of a literal that is not watched and can be so; null for none. */
  #replacement(clause: Clause, work: Work): number | null {
    for (let place = 2; place < clause.length; place++) {
      if (this.#values.of(clause[place] ?? 0) === false) continue;
      work.spend(place);
      return place;
    }
    work.spend(clause.length);
    return null;
  }

  #watchingOf(literal: Literal): Literal[][] {
    return this.#watching[literal > 0 ? 2 * literal : 1 - 2 * literal] ?? [];
  }
}

function swap(clause: Literal[], one: number, other: number): void {
  const [a = 0, b = 0] = [clause[one], clause[other]];
  clause[one] = b;
  clause[other] = a;
}
