import type { AskedTest } from "../plan/relations/condition-relations.js";
import type { WantedField } from "../synthesis/wanted-body.js";
import { fieldOf } from "./atom-predicate.js";
import type { Atom, AtomTable } from "./atoms.js";
import { type Clause, ClauseSearch, type Literal } from "./clause-search.js";
import type { DecidedAtom, FieldDemand, Met } from "./demands.js";
import { findPicks } from "./field-picks.js";
import { goesOnInside } from "./inner-paths.js";
import { plainWish } from "./plain-wish.js";
import type { Answer, Question, UndecidedReason, WantedResponse } from "./question.js";
import { StatusCells } from "./status-cells.js";
import { findText } from "./texts/find-text.js";
import type { SingleText } from "./texts/single-text.js";
import type { Work } from "./work.js";

/** Ways in which the tests can hold for which no response comes about, after which no others are tried. */
const MOST_UNMADE = 12;

/**
 * Looks for a response that passes the tests and meets none of the conditions, or shows that there is none: truth values of the
 * smallest predicates are searched, and each way in which they fit is tried on the status, the body and every field by themselves.
 * That these are tried by themselves leaves more than there is: so "none" is certain, and whatever is found counts only once
 * a real response was made of it.
 *
 * @param make makes a response as wanted, and sees that it really is one; null if it cannot
 */
export function solve<Response>(
  { tests, none }: Question,
  table: AtomTable,
  work: Work,
  make: (wanted: WantedResponse) => Response | null,
): Answer<Response> {
  const atOnce = none.length === 0 ? plainWish(tests) : null;
  const first = atOnce === null ? null : make(atOnce);
  if (first !== null) return { kind: "found", response: first };
  if (work.isExhausted) return undecided({ kind: "exhausted", steps: work.bound });
  const encoding = new Encoding(table);
  for (const test of tests) encoding.require([test]);
  for (const condition of none)
    encoding.require(condition.map(({ predicate, negated }) => ({ predicate, negated: !negated })));
  const { search, cells } = encoding.search(work);
  let unknown: UndecidedReason | null = null;
  let unmade = 0;
  for (;;) {
    const result = search.next();
    if (result === "exhausted") return undecided({ kind: "exhausted", steps: work.bound });
    if (result === "impossible") return unknown === null ? { kind: "none" } : undecided(unknown);
    const decided = encoding.decidedIn(search);
    const wanted = wantedResponse(cells.statusIn(search.left), decided, work);
    switch (wanted.kind) {
      case "none":
        search.learn(wanted.because.map(({ atom, holds }) => encoding.literalOf(atom, !holds)));
        continue;
      case "unknown":
        unknown = work.isExhausted ? { kind: "exhausted", steps: work.bound } : { kind: "not-understood" };
        break;
      case "met": {
        const response = make(wanted.value);
        if (response !== null) return { kind: "found", response };
        unknown ??= { kind: "no-response-made" };
        break;
      }
    }
    unmade++;
    if (unmade > MOST_UNMADE || work.isExhausted) return undecided(unknown);
    search.learn(search.chosen.map((literal) => -literal));
  }
}

function undecided(reason: UndecidedReason): {
  readonly kind: "undecided";
  readonly reason: UndecidedReason;
} {
  return { kind: "undecided", reason };
}

/** Of more atoms than these no pairs are compared beforehand: what they exclude shows when they are tried together. */
const MOST_RELATED = 200;

/** Atoms as variables, tests as clauses. */
class Encoding {
  readonly #table: AtomTable;
  readonly #variables = new Map<Atom, number>();
  readonly #clauses: Clause[] = [];
  /** The variables that stand for one of several atoms, by those. */
  readonly #choices = new Map<readonly Atom[], number>();
  #count = 0;

  constructor(table: AtomTable) {
    this.#table = table;
  }

  /** One of the tests must hold. */
  require(tests: readonly AskedTest[]): void {
    this.#clauses.push(tests.flatMap((test) => this.#literalsOf(test)));
  }

  literalOf(atom: Atom, holds: boolean): Literal {
    const variable = this.#variableOf(atom);
    return holds ? variable : -variable;
  }

  /** The search, with all that is known of the atoms beforehand. */
  search(work: Work): { readonly search: ClauseSearch; readonly cells: StatusCells } {
    const atoms = [...this.#variables.keys()];
    if (atoms.length <= MOST_RELATED) {
      this.#relateAll(atoms.filter(({ predicate }) => predicate.kind !== "status"));
      work.spend(atoms.length ** 2);
    }
    const statuses = atoms.flatMap((atom) =>
      atom.predicate.kind === "status" ? [{ atom, predicate: atom.predicate }] : [],
    );
    const cells = new StatusCells(statuses.map(({ predicate }) => predicate));
    const sets = statuses.map(({ atom, predicate }) => ({
      variable: this.#variableOf(atom),
      values: cells.cellsOf(predicate),
    }));
    return { search: new ClauseSearch(this.#count, this.#clauses, sets, cells.all, work), cells };
  }

  /** What the search has decided about everything but the status. */
  decidedIn(search: ClauseSearch): readonly DecidedAtom[] {
    return [...this.#variables].flatMap(([atom, variable]) => {
      const holds = search.valueOf(variable);
      return holds === null || atom.predicate.kind === "status" ? [] : [{ atom, holds }];
    });
  }

  #relateAll(atoms: readonly Atom[]): void {
    atoms.forEach((one, index) => {
      for (const other of atoms.slice(index + 1)) this.#relate(one, other);
    });
  }

  #relate(one: Atom, other: Atom): void {
    const [a, b] = [this.#variableOf(one), this.#variableOf(other)];
    const { implies, isImplied, excludes } = this.#table.relation(one, other);
    if (excludes) this.#clauses.push([-a, -b]);
    if (implies) this.#clauses.push([-a, b]);
    if (isImplied) this.#clauses.push([-b, a]);
  }

  /** The literals of which one is so if the test holds. */
  #literalsOf({ predicate, negated }: AskedTest): readonly Literal[] {
    const atoms = this.#table.atomsOf(predicate);
    const [first, ...others] = atoms;
    if (others.length === 0) return [this.literalOf(first, !negated)];
    return negated ? [-this.#choiceOf(atoms)] : atoms.map((atom) => this.#variableOf(atom));
  }

  /** A variable that is true if one of the atoms holds. */
  #choiceOf(atoms: readonly Atom[]): number {
    const known = this.#choices.get(atoms);
    if (known !== undefined) return known;
    const choice = ++this.#count;
    this.#choices.set(atoms, choice);
    for (const atom of atoms) this.#clauses.push([choice, -this.#variableOf(atom)]);
    return choice;
  }

  #variableOf(atom: Atom): number {
    const known = this.#variables.get(atom);
    if (known !== undefined) return known;
    const variable = ++this.#count;
    this.#variables.set(atom, variable);
    return variable;
  }
}

/** What is decided, tried on the body and on every field. */
function wantedResponse(
  status: number | null,
  decided: readonly DecidedAtom[],
  work: Work,
): Met<WantedResponse> {
  const onBody: { readonly one: DecidedAtom; readonly text: SingleText }[] = [];
  const byField = new Map<string, FieldDemand & { readonly decided: DecidedAtom[] }>();
  for (const one of decided) {
    const { predicate } = one.atom;
    const field = fieldOf(predicate);
    if (field === null) {
      if (predicate.kind === "text") onBody.push({ one, text: predicate });
      continue;
    }
    const demand = byField.get(field.key) ?? { field, decided: [] };
    demand.decided.push(one);
    byField.set(field.key, demand);
  }
  const required = onBody.flatMap(({ one, text }) => (one.holds ? [text] : []));
  const excluded = onBody.flatMap(({ one, text }) => (one.holds ? [] : [text]));
  const body = findText({ required, excluded, isTrimmed: false, isFilled: false }, work);
  if (body.kind === "unknown") return body;
  if (body.kind === "none") {
    const because = onBody.filter(({ one, text }) =>
      (one.holds ? body.required : body.excluded).includes(text),
    );
    return { kind: "none", because: because.map(({ one }) => one) };
  }
  const fields: WantedField[] = [];
  for (const demand of byField.values()) {
    const picks = findPicks(demand, work);
    if (picks.kind !== "met") return picks;
    fields.push({ field: demand.field, picks: picks.value });
  }
  const value = {
    status,
    body: { text: body.text, required },
    fields: withContainers(fields, byField),
  };
  return { kind: "met", value };
}

/** What only has to be something is a value with others inside where a field picks one of those. */
function withContainers(
  fields: readonly WantedField[],
  demands: ReadonlyMap<string, FieldDemand>,
): readonly WantedField[] {
  return fields.map((wanted) => {
    const { field, picks } = wanted;
    const asksText = demands
      .get(field.key)
      ?.decided.some(({ atom, holds }) => holds && atom.predicate.kind !== "empty");
    if (picks.length === 0 || asksText !== false) return wanted;
    const isAround = fields.some((other) => other.picks.length > 0 && goesOnInside(other.field, field));
    return isAround ? { field, picks: [{ kind: "container" }] } : wanted;
  });
}
