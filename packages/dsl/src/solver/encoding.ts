import type { AskedTest } from "../plan/relations/condition-relations.js";
import type { Atom, AtomTable } from "./atoms.js";
import { ClauseSearch, type SearchResult } from "./clause-search.js";
import type { DecidedAtom } from "./demands.js";
import { ALL_STATUSES, statusesOf, statusIn } from "./status-sets.js";
import type { Literal } from "./truth-values.js";
import type { Work } from "./work.js";

/** Of more atoms than these no pairs are compared beforehand: what they exclude shows when they are tried together. */
const MOST_RELATED = 200;

/** Steps that it takes to look up what is known of two atoms. */
const RELATING = 3;

/** An atom of the body or a field, and the variable that stands for it. */
interface AtomVariable {
  readonly atom: Atom;
  readonly variable: number;
}

/** A search in which atoms are variables, and tests of which one must hold are clauses. */
export class Encoding {
  readonly #table: AtomTable;
  readonly #search = new ClauseSearch(ALL_STATUSES);
  readonly #variables = new Map<Atom, number>();
  /** Those of no status, and how many of them have been compared with each other. */
  readonly #atoms: AtomVariable[] = [];
  #related = 0;
  /** The variables that stand for one of several atoms, by those. */
  readonly #choices = new Map<readonly Atom[], number>();

  constructor(table: AtomTable) {
    this.#table = table;
  }

  /** One of the tests must hold. */
  require(tests: readonly AskedTest[]): void {
    this.#search.require(tests.flatMap((test) => this.#literalsOf(test)));
  }

  /** The same as long as it is assumed: by the number that comes out. */
  requireIfAssumed(tests: readonly AskedTest[]): number {
    const condition = this.#search.addVariable();
    this.#search.requireIf(
      condition,
      tests.flatMap((test) => this.#literalsOf(test)),
    );
    return condition;
  }

  assume(conditions: readonly number[]): void {
    this.#search.assume(conditions);
  }

  /** Where it is impossible, what of that which is assumed makes it so. */
  get refuted(): readonly number[] {
    return this.#search.refuted;
  }

  /** Goes on to the next way in which all that is required can be so. */
  next(work: Work): SearchResult {
    this.#relateNew(work);
    return this.#search.next(work);
  }

  /** A status of those that are left. */
  get status(): number | null {
    return statusIn(this.#search.left);
  }

  /** What the search has decided about everything but the status. */
  get decided(): readonly DecidedAtom[] {
    return this.#atoms.flatMap(({ atom, variable }) => {
      const holds = this.#search.valueOf(variable);
      return holds === null ? [] : [{ atom, holds }];
    });
  }

  /** Certainly not all of this can be so. */
  refute(because: readonly DecidedAtom[], work: Work): void {
    const literals = because.map(({ atom, holds }) =>
      holds ? -this.#variableOf(atom) : this.#variableOf(atom),
    );
    this.#search.learn(literals, work);
  }

  /** Leaves aside what is decided, and everything else that was chosen so. */
  passOver(work: Work): void {
    this.#search.learn(
      this.#search.chosen.map((literal) => -literal),
      work,
    );
  }

  #relateNew(work: Work): void {
    const count = Math.min(this.#atoms.length, MOST_RELATED);
    for (; this.#related < count; this.#related++) {
      const one = this.#atoms[this.#related];
      work.spend(this.#related * RELATING);
      for (const other of this.#atoms.slice(0, this.#related))
        if (one !== undefined) this.#relate(other, one);
    }
  }

  #relate({ atom: one, variable: a }: AtomVariable, { atom: other, variable: b }: AtomVariable): void {
    const { implies, isImplied, excludes } = this.#table.relation(one, other);
    if (excludes) this.#search.know([-a, -b]);
    if (implies) this.#search.know([-a, b]);
    if (isImplied) this.#search.know([-b, a]);
  }

  /** The literals of which one is so if the test holds. */
  #literalsOf({ predicate, negated }: AskedTest): readonly Literal[] {
    const atoms = this.#table.atomsOf(predicate);
    const [first, ...others] = atoms;
    if (others.length === 0) return [negated ? -this.#variableOf(first) : this.#variableOf(first)];
    return negated ? [-this.#choiceOf(atoms)] : atoms.map((atom) => this.#variableOf(atom));
  }

  /** A variable that is true if one of the atoms holds. */
  #choiceOf(atoms: readonly Atom[]): number {
    const known = this.#choices.get(atoms);
    if (known !== undefined) return known;
    const choice = this.#search.addVariable();
    this.#choices.set(atoms, choice);
    for (const atom of atoms) this.#search.know([choice, -this.#variableOf(atom)]);
    return choice;
  }

  #variableOf(atom: Atom): number {
    const known = this.#variables.get(atom);
    if (known !== undefined) return known;
    const variable = this.#search.addVariable();
    this.#variables.set(atom, variable);
    if (atom.predicate.kind === "status")
      this.#search.addSet({ variable, values: statusesOf(atom.predicate) });
    else this.#atoms.push({ atom, variable });
    return variable;
  }
}
