import { type Clause, type Literal, TruthValues } from "./truth-values.js";
import { type ValueSet, ValueSets } from "./value-sets.js";
import { WatchedClauses } from "./watched-clauses.js";
import type { Work } from "./work.js";

/** How a search goes on. */
export type SearchResult = "satisfied" | "impossible" | "exhausted";

/** A clause of which a literal must be so in the end; of some only where a condition is assumed. */
interface Required {
  readonly clause: Clause;
  readonly condition: Literal | null;
}

/**
 * A search for truth values such that every clause that is required has a literal that is so, no other clause has only literals that
 * are not, and a common value is left for all variables that stand for sets of one. What is not decided in the end matters to no
 * required clause. Whoever finds that what is decided cannot be, adds a clause that says why, and lets the search go on; more can be
 * required between one result and the next, and what was learnt stays known.
 *
 * Where what is decided contradicts itself, the search learns why and goes back to the last choice to which that matters (Marques-Silva,
 * Sakallah 1999). Of each clause two literals are watched, so that only clauses that may have lost their last one are looked at
 * (Moskewicz et al. 2001).
 */
export class ClauseSearch {
  readonly #values = new TruthValues();
  readonly #watched = new WatchedClauses(this.#values);
  readonly #sets: ValueSets;
  readonly #required: Required[] = [];
  /** What is chosen before anything else. */
  #assumed: Clause = [];
  /** Of what is assumed that which cannot be so together. */
  #refuted: Clause = [];
  /** Before this one all required clauses are so. */
  #firstOpen = 0;
  /** The same at each choice, before it was made. */
  readonly #firstOpenAt: number[] = [];
  #isImpossible = false;

  /** @param allValues the values that there are, of which the sets are parts */
  constructor(allValues: bigint) {
    this.#sets = new ValueSets(this.#values, allValues);
  }

  /** Adds a variable; its number. */
  addVariable(): number {
    this.#watched.addVariable();
    return this.#values.addVariable();
  }

  /** What a variable means: it is true for a response whose value is among them. */
  addSet(set: ValueSet): void {
    this.#sets.add(set);
  }

  /** A literal of the clause must be so in the end. */
  require(clause: Clause): void {
    this.know(clause);
    this.#required.push({ clause, condition: null });
  }

  /** The same as long as a literal is assumed that stands for nothing else. */
  requireIf(condition: Literal, clause: Clause): void {
    this.know([...clause, -condition]);
    this.#required.push({ clause, condition });
  }

  /** From now on these literals are so, and none of those that were assumed before. */
  assume(literals: Clause): void {
    this.#goBack(0);
    this.#firstOpen = 0;
    this.#assumed = literals;
  }

  /** Where it is impossible, those that are assumed of which it already is. */
  get refuted(): Clause {
    return this.#refuted;
  }

  /** No response leaves the clause without a literal that is so; which one is so need not be decided. */
  know(clause: Clause): void {
    const distinct = [...new Set(clause)];
    if (distinct.some((literal) => distinct.includes(-literal))) return;
    const [latest = 0] = this.#values.latestFirst(distinct);
    if (distinct.every((literal) => this.#values.of(literal) === false))
      this.#goBack(Math.max(0, this.#values.levelOf(latest) - 1));
    const possible = distinct.filter((literal) => this.#values.of(literal) !== false);
    const impossible = distinct.filter((literal) => this.#values.of(literal) === false);
    const [only, ...others] = possible;
    if (only === undefined) {
      this.#isImpossible = true;
      return;
    }
    const ordered = [...possible, ...this.#values.latestFirst(impossible)];
    if (ordered.length > 1) this.#watched.add(ordered);
    else this.#goBack(0);
    if (others.length === 0 && this.#values.of(only) === null) this.#values.set(only, ordered);
  }

  /** What is decided cannot be: of these literals, none of which is so, one must be. */
  learn(clause: Clause, work: Work): void {
    const latest = this.#values.latestFirst(clause);
    const [first = 0, second = 0] = latest;
    // Of a single literal of the last choice the clause itself is learnt.
    if (second !== 0 && this.#values.levelOf(first) === this.#values.levelOf(second))
      this.#watched.add(latest);
    this.#turnBack(clause, work);
  }

  /** The values that all of the decided sets leave. */
  get left(): bigint {
    return this.#sets.left;
  }

  /** Whether a variable is true, false, or of no consequence. */
  valueOf(variable: number): boolean | null {
    return this.#values.of(variable);
  }

  /** The choices that led here: with others everything may be otherwise. */
  get chosen(): readonly Literal[] {
    return this.#values.chosen;
  }

  /** Goes on from where it is, to the next way in which all can be so. */
  next(work: Work): SearchResult {
    for (;;) {
      this.#refuted = [];
      if (this.#isImpossible) return "impossible";
      if (work.isExhausted) return "exhausted";
      const conflict = this.#propagate(work);
      if (conflict !== null) {
        this.#turnBack(conflict, work);
        continue;
      }
      const assumed = this.#assumed.find((literal) => this.#values.of(literal) !== true);
      if (assumed !== undefined) {
        if (this.#values.of(assumed) === false) {
          this.#refuted = this.#assumedAgainst(assumed, work);
          return "impossible";
        }
        this.#choose(assumed);
        continue;
      }
      const open = this.#openClause(work);
      if (open === null) return "satisfied";
      // What need not hold makes the plainer response.
      const undecided = open.filter((literal) => this.#values.of(literal) === null);
      const literal = undecided.find((candidate) => candidate < 0) ?? undecided[0];
      if (literal === undefined) throw new Error("a clause without a literal that can be so is a conflict");
      this.#choose(literal);
    }
  }

  #choose(literal: Literal): void {
    this.#firstOpenAt.push(this.#firstOpen);
    this.#values.choose(literal);
  }

  /** What is assumed, among it a literal that is not so, and what makes it so. */
  #assumedAgainst(refuted: Literal, work: Work): Clause {
    const seen = new Set([Math.abs(refuted)]);
    const against = [refuted];
    for (const literal of this.#values.backwards()) {
      if (!seen.has(Math.abs(literal)) || this.#values.levelOf(literal) === 0) continue;
      if (this.#values.reasonOf(literal) === null) against.push(literal);
      else for (const one of this.#reasonOf(literal, work)) seen.add(Math.abs(one));
      work.spend(1);
    }
    return against;
  }

  /** The first required clause that nothing decided makes so. */
  #openClause(work: Work): Clause | null {
    for (; this.#firstOpen < this.#required.length; this.#firstOpen++) {
      const required = this.#required[this.#firstOpen];
      if (required === undefined) break;
      const { clause, condition } = required;
      work.spend(clause.length + 1);
      if (condition !== null && this.#values.of(condition) !== true) continue;
      if (!clause.some((literal) => this.#values.of(literal) === true)) return clause;
    }
    return null;
  }

  /** Decides all that follows from what is decided; a clause without a literal that is so where that contradicts itself. */
  #propagate(work: Work): Clause | null {
    for (;;) {
      const conflict = this.#watched.propagate(work) ?? this.#sets.propagate(work);
      if (conflict !== null) return conflict;
      if (this.#watched.isUpToDate) return null;
    }
  }

  /** Learns why a clause cannot have a literal that is so, and goes back to where that leaves another one. */
  #turnBack(conflict: Clause, work: Work): void {
    const level = conflict.reduce((last, literal) => Math.max(last, this.#values.levelOf(literal)), 0);
    if (level === 0) {
      this.#isImpossible = true;
      return;
    }
    this.#goBack(level);
    const reason = this.#reasonFor(conflict, work);
    const [first = 0, second] = reason;
    this.#goBack(second === undefined ? 0 : this.#values.levelOf(second));
    if (second !== undefined) this.#watched.add(reason);
    this.#values.set(first, reason);
  }

  /**
   * A clause that follows from all others, and of which only one literal depends on the last choice: what the conflict comes from, seen
   * from where all ways to it since that choice come together. That literal comes first, then that of the choice before.
   */
  #reasonFor(conflict: Clause, work: Work): Clause {
    const level = this.#values.level;
    const seen = new Set<number>();
    const earlier: Literal[] = [];
    let open = 0;
    let clause = conflict;
    for (const literal of this.#values.backwards()) {
      work.spend(clause.length + 1);
      for (const one of clause) {
        const variable = Math.abs(one);
        if (seen.has(variable) || this.#values.levelOf(one) === 0) continue;
        seen.add(variable);
        if (this.#values.levelOf(one) === level) open++;
        else earlier.push(one);
      }
      clause = NOTHING;
      if (!seen.has(Math.abs(literal))) continue;
      open--;
      if (open === 0) return [-literal, ...this.#values.latestFirst(earlier)];
      clause = this.#reasonOf(literal, work).filter((one) => one !== literal);
    }
    throw new Error("a conflict depends on a choice");
  }

  /** Why a literal is so that was not chosen. */
  #reasonOf(literal: Literal, work: Work): Clause {
    const reason = this.#values.reasonOf(literal);
    if (reason === null) throw new Error("what was chosen is the last to be asked for its reason");
    return reason === "values" ? this.#sets.reasonOf(literal, work) : reason;
  }

  #goBack(level: number): void {
    if (this.#values.level <= level) return;
    this.#firstOpen = this.#firstOpenAt[level] ?? 0;
    this.#firstOpenAt.length = level;
    this.#values.goBack(level);
    this.#watched.goBack();
    this.#sets.goBack();
  }
}

const NOTHING: Clause = [];
