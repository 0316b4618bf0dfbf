import type { Work } from "./work.js";

/** A variable that must be true, or must be false: its number from 1, or the opposite. */
export type Literal = number;

/** At least one of them must be so. */
export type Clause = readonly Literal[];

/** A set of values that is the meaning of a variable: it is true for a response whose value is among them. */
export interface ValueSet {
  readonly variable: number;
  readonly values: bigint;
}

/** How a search goes on. */
export type SearchResult = "satisfied" | "impossible" | "exhausted";

/**
 * A search for truth values such that every clause has a literal that is so, and a common value is left for all variables that
 * stand for sets of one (Davis, Logemann, Loveland 1962). What is not decided in the end matters to no clause. Whoever finds that
 * what is decided cannot be, adds a clause that says why, and lets the search go on.
 */
export class ClauseSearch {
  readonly #clauses: Clause[];
  readonly #sets: readonly ValueSet[];
  readonly #allValues: bigint;
  readonly #work: Work;
  /** By variable: 1 for true, -1 for false, 0 while undecided. */
  readonly #values: Int8Array;
  /** The literals that are so, in the order in which they came to be. */
  readonly #trail: Literal[] = [];
  /** Where in the trail each choice stands, and whether its opposite was tried before. */
  readonly #choices: { readonly at: number; readonly isSecond: boolean }[] = [];
  #left: bigint;

  /** @param allValues the values that there are, of which the sets are parts */
  constructor(
    variables: number,
    clauses: readonly Clause[],
    sets: readonly ValueSet[],
    allValues: bigint,
    work: Work,
  ) {
    this.#clauses = [...clauses];
    this.#sets = sets;
    this.#allValues = allValues;
    this.#left = allValues;
    this.#work = work;
    this.#values = new Int8Array(variables + 1);
  }

  /** The values that all of the decided sets leave. */
  get left(): bigint {
    return this.#left;
  }

  /** Whether a variable is true, false, or of no consequence. */
  valueOf(variable: number): boolean | null {
    const value = this.#values[variable] ?? 0;
    return value === 0 ? null : value > 0;
  }

  /** The choices that led here: with others everything may be otherwise. */
  get chosen(): readonly Literal[] {
    return this.#choices.flatMap(({ at }) => this.#trail[at] ?? []);
  }

  /** Goes on from where it is, to the next way in which all can be so. */
  next(): SearchResult {
    for (;;) {
      if (!this.#propagate()) {
        if (!this.#turnBack()) return "impossible";
        continue;
      }
      const open = this.#clauses.find((clause) => !clause.some((literal) => this.#isSo(literal)));
      if (open === undefined) return "satisfied";
      if (this.#work.isExhausted) return "exhausted";
      // What need not hold makes the plainer response.
      const undecided = open.filter((literal) => this.valueOf(Math.abs(literal)) === null);
      const literal = undecided.find((candidate) => candidate < 0) ?? undecided[0];
      if (literal === undefined) throw new Error("a clause without a literal that can be so is a conflict");
      this.#choices.push({ at: this.#trail.length, isSecond: false });
      this.#set(literal);
    }
  }

  /** What is decided cannot be: of these literals one must be so. */
  learn(clause: Clause): void {
    this.#clauses.push(clause);
  }

  #isSo(literal: Literal): boolean {
    const value = this.#values[Math.abs(literal)] ?? 0;
    return literal > 0 ? value > 0 : value < 0;
  }

  #set(literal: Literal): void {
    this.#values[Math.abs(literal)] = literal > 0 ? 1 : -1;
    this.#trail.push(literal);
  }

  /** Decides all that follows from what is decided; false where that contradicts itself. */
  #propagate(): boolean {
    for (let isChanged = true; isChanged; ) {
      isChanged = false;
      this.#work.spend(this.#clauses.length);
      for (const clause of this.#clauses) {
        const unit = this.#unitOf(clause);
        if (unit === "conflict") return false;
        if (unit === null) continue;
        this.#set(unit);
        isChanged = true;
      }
      const forced = this.#forcedSets();
      if (forced === "conflict") return false;
      for (const literal of forced) this.#set(literal);
      isChanged ||= forced.length > 0;
    }
    return true;
  }

  /** The literal that alone can still make the clause so. */
  #unitOf(clause: Clause): Literal | "conflict" | null {
    let unit: Literal | null = null;
    for (const literal of clause) {
      const value = this.#values[Math.abs(literal)] ?? 0;
      if (value === 0) {
        if (unit !== null) return null;
        unit = literal;
      } else if (literal > 0 === value > 0) return null;
    }
    return unit ?? "conflict";
  }

  /** The sets that the values which are left lie in, or outside of, altogether. */
  #forcedSets(): readonly Literal[] | "conflict" {
    let left = this.#allValues;
    for (const { variable, values } of this.#sets) {
      const value = this.valueOf(variable);
      if (value !== null) left &= value ? values : ~values;
    }
    this.#left = left;
    if (left === 0n) return "conflict";
    return this.#sets.flatMap(({ variable, values }) => {
      if (this.valueOf(variable) !== null) return [];
      if ((left & values) === 0n) return [-variable];
      return (left & ~values) === 0n ? [variable] : [];
    });
  }

  /** Takes back the last choice whose opposite was not tried, and tries that; false where there is none. */
  #turnBack(): boolean {
    for (;;) {
      const choice = this.#choices.pop();
      if (choice === undefined) return false;
      const literal = this.#trail[choice.at] ?? 0;
      for (const undone of this.#trail.splice(choice.at)) this.#values[Math.abs(undone)] = 0;
      if (choice.isSecond) continue;
      this.#choices.push({ at: this.#trail.length, isSecond: true });
      this.#set(-literal);
      return true;
    }
  }
}
