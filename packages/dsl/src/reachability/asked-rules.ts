import { ruleHolds } from "../matching/interpret.js";
import { createRuleIndex, type RuleIndex } from "../matching/rule-index.js";
import type { Subject } from "../matching/subject.js";
import type { RuleModel } from "../model/mapping.js";
import { PlanTable } from "../plan/plan-table.js";
import type { Predicate } from "../plan/predicate.js";
import { haveOneSubject } from "../plan/relations/predicate-relations.js";
import { type Atom, AtomTable } from "../solver/atoms.js";
import type { Answer } from "../solver/question.js";
import { solve } from "../solver/solve.js";
import { Work } from "../solver/work.js";
import { BodyTemplates } from "../synthesis/body-templates.js";
import { type MadeResponse, makeResponse } from "./responses.js";
import type { ShownResponse } from "./rule-reachability.js";
import { type Conjunction, conjunctionHolds, conjunctionOf, type RuleTest } from "./rule-tests.js";

/** A rule with its place. */
interface PlacedRule {
  readonly number: number;
  readonly model: RuleModel;
}

/** Answers that are kept depend on the rules alone: examples change with every edit of one. */
const NO_SHAPES: readonly ShownResponse[] = [];

/** Responses that are tried rule by rule. */
const INDEX_PAYS_AFTER = 16;

/** Pairs of texts of two tests that are compared beforehand. */
const MOST_RELATED = 1_000;

/** What one test by itself may cost. */
const MOST_STEPS_OF_A_TEST = 100_000;

/** The rules of a mapping, to be asked which responses there are for them. */
export class AskedRules {
  readonly #rules: readonly PlacedRule[];
  #index: RuleIndex<PlacedRule> | null = null;
  #tried = 0;
  readonly #predicates = new PlanTable();
  readonly #atoms = new AtomTable();
  readonly #templates = new BodyTemplates();
  readonly #alwaysHolding = new Map<Predicate, boolean>();
  readonly #conditions = new Map<number, Conjunction>();

  constructor(models: readonly RuleModel[]) {
    this.#rules = models.map((model, number) => ({ model, number }));
  }

  /** @throws {Error} if there is no such rule */
  conditionOf(number: number): Conjunction {
    const known = this.#conditions.get(number);
    if (known !== undefined) return known;
    const rule = this.#rules[number];
    if (rule === undefined) throw new Error(`there is no rule ${number}`);
    const condition = conjunctionOf(rule.model, this.#predicates);
    this.#conditions.set(number, condition);
    return condition;
  }

  /** The first rule that holds; null for none. */
  decider(subject: Subject): number | null {
    for (const { model, number } of this.#candidates(subject)) if (ruleHolds(model, subject)) return number;
    return null;
  }

  /** All rules that hold above one, ascending. */
  holdingAbove(below: number, subject: Subject): readonly number[] {
    const holding: number[] = [];
    for (const { model, number } of this.#candidates(subject)) {
      if (number >= below) break;
      if (ruleHolds(model, subject)) holding.push(number);
    }
    return holding;
  }

  /** After an edit few responses are looked at: to make an index takes longer than trying all rules on those. */
  #candidates(subject: Subject): Iterable<PlacedRule> {
    this.#tried++;
    if (this.#index === null && this.#tried <= INDEX_PAYS_AFTER) return this.#rules;
    this.#index ??= createRuleIndex(this.#rules);
    return this.#index.candidates(subject);
  }

  /** Whether one of two tests can say anything of the other: they ask one subject, or what they ask is related. */
  areRelated({ predicate: one }: RuleTest, { predicate: other }: RuleTest): boolean {
    if (haveOneSubject(one, other)) return true;
    const [some, others] = [this.#atoms.atomsOf(one), this.#atoms.atomsOf(other)];
    // A search counts what it does, so it may as well find out.
    if (some.length * others.length > MOST_RELATED) return true;
    return some.some((atom) => others.some((another) => this.#areRelated(atom, another)));
  }

  #areRelated(one: Atom, other: Atom): boolean {
    const { implies, isImplied, excludes } = this.#atoms.relation(one, other);
    return implies || isImplied || excludes;
  }

  /**
   * Whether the test holds for every response: it asks for what is never so, with a `not`. What that costs is counted for no rule, since
   * of equal tests only the first pays.
   */
  alwaysHolds(test: RuleTest): boolean {
    if (!test.negated) return false;
    const known = this.#alwaysHolding.get(test.predicate);
    if (known !== undefined) return known;
    const always = this.find([], [[test]], new Work(MOST_STEPS_OF_A_TEST)).kind === "none";
    this.#alwaysHolding.set(test.predicate, always);
    return always;
  }

  /**
   * A response that passes the tests and that none of the conditions holds for.
   *
   * @param shapes recorded responses that it is to look like; with none, which it is depends on the rules alone
   */
  find(
    tests: Conjunction,
    none: readonly Conjunction[],
    work: Work,
    shapes: readonly ShownResponse[] = NO_SHAPES,
  ): Answer<MadeResponse> {
    const isRight = (subject: Subject): boolean =>
      conjunctionHolds(tests, subject) && !none.some((condition) => conjunctionHolds(condition, subject));
    return solve({ tests, none }, this.#atoms, work, (wanted) =>
      makeResponse(wanted, this.#templates, isRight, shapes),
    );
  }
}
