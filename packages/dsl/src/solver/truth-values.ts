/** A variable that must be true, or must be false: its number from 1, or the opposite. */
export type Literal = number;

/** At least one of them must be so. */
export type Clause = readonly Literal[];

/** Why a literal is so: the clause of which all others are not, or the values that are left; null for a choice, and what always is. */
export type Reason = Clause | "values" | null;

/** What a search has decided, in the order in which it came to be, choice by choice. */
export class TruthValues {
  /** By variable: 1 for true, -1 for false, 0 while undecided. */
  readonly #values: number[] = [0];
  readonly #levels: number[] = [0];
  readonly #places: number[] = [0];
  readonly #reasons: Reason[] = [null];
  /** The literals that are so. */
  readonly #trail: Literal[] = [];
  /** Where in the trail each choice stands. */
  readonly #choices: number[] = [];

  addVariable(): number {
    this.#levels.push(0);
    this.#places.push(0);
    this.#reasons.push(null);
    return this.#values.push(0) - 1;
  }

  /** Whether a literal is so, or not, or undecided. */
  of(literal: Literal): boolean | null {
    const value = this.#values[Math.abs(literal)] ?? 0;
    return value === 0 ? null : literal > 0 === value > 0;
  }

  /** How many choices there are. */
  get level(): number {
    return this.#choices.length;
  }

  /** The choice since which a literal is decided, from 1; 0 if it always is. */
  levelOf(literal: Literal): number {
    return this.#levels[Math.abs(literal)] ?? 0;
  }

  /** Where a decided literal stands among all. */
  placeOf(literal: Literal): number {
    return this.#places[Math.abs(literal)] ?? 0;
  }

  reasonOf(literal: Literal): Reason {
    return this.#reasons[Math.abs(literal)] ?? null;
  }

  get count(): number {
    return this.#trail.length;
  }

  /** The literals that are so from a place on. */
  at(place: number): Literal {
    return this.#trail[place] ?? 0;
  }

  get chosen(): readonly Literal[] {
    return this.#choices.map((place) => this.at(place));
  }

  /** All literals that are so, the last one first. */
  *backwards(): Iterable<Literal> {
    for (let place = this.#trail.length - 1; place >= 0; place--) yield this.at(place);
  }

  /** The literals by when they were decided, the last one first. */
  latestFirst(literals: Clause): Clause {
    return literals.toSorted((a, b) => this.placeOf(b) - this.placeOf(a));
  }

  set(literal: Literal, reason: Reason): void {
    const variable = Math.abs(literal);
    this.#values[variable] = literal > 0 ? 1 : -1;
    this.#levels[variable] = this.level;
    this.#places[variable] = this.#trail.push(literal) - 1;
    this.#reasons[variable] = reason;
  }

  choose(literal: Literal): void {
    this.#choices.push(this.#trail.length);
    this.set(literal, null);
  }

  /** Takes back all choices but so many, and what followed from them. */
  goBack(level: number): void {
    const place = this.#choices[level];
    if (place === undefined) return;
    this.#choices.length = level;
    for (const undone of this.#trail.splice(place)) this.#values[Math.abs(undone)] = 0;
  }
}
