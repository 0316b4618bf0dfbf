import { ruleHolds } from "../matching/interpret.js";
import { createRuleIndex, type RuleIndex } from "../matching/rule-index.js";
import { Subject } from "../matching/subject.js";
import type { RuleModel } from "../model/mapping.js";
import { PlanTable } from "../plan/plan-table.js";
import type { Predicate } from "../plan/predicate.js";
import { type Atom, AtomTable } from "../solver/atoms.js";
import { neededConditions } from "../solver/needed-conditions.js";
import type { Answer } from "../solver/question.js";
import { ResponseSearch } from "../solver/response-search.js";
import { Work } from "../solver/work.js";
import { BodyTemplates } from "../synthesis/body-templates.js";
import { plainResponse } from "./plain-response.js";
import { type MadeResponse, makeResponse } from "./responses.js";
import type { ShownResponse } from "./rule-reachability.js";
import { type Conjunction, conjunctionHolds, conjunctionOf, type RuleTest } from "./rule-tests.js";
import { RulesByText } from "./rules-by-text.js";

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

/** A response is looked for, and another one after more conditions have come. */
interface AskedQuestion {
  /** From now on the condition may not hold for it. */
  readonly exclude: (condition: Conjunction) => void;
  readonly find: (work: Work) => Answer<MadeResponse>;
}

/** The rules of a mapping, to be asked which responses there are for them. */
export class AskedRules {
  readonly #models: readonly RuleModel[];
  #byText: RulesByText | null = null;
  #tried = 0;
  /** For bodies that hide texts. */
  #byFields: RuleIndex<PlacedRule> | null = null;
  #triedByFields = 0;
  readonly #predicates = new PlanTable();
  readonly #atoms = new AtomTable();
  readonly #templates = new BodyTemplates();
  readonly #alwaysHolding = new Map<Predicate, boolean>();
  readonly #relatedFields = new Map<string, Map<string, boolean>>();
  readonly #conditions: (Conjunction | undefined)[] = [];

  constructor(models: readonly RuleModel[]) {
    this.#models = models;
  }

  /** @throws {Error} if there is no such rule */
  conditionOf(number: number): Conjunction {
    const known = this.#conditions[number];
    if (known !== undefined) return known;
    const model = this.#models[number];
    if (model === undefined) throw new Error(`there is no rule ${number}`);
    const condition = conjunctionOf(model, this.#predicates);
    this.#conditions[number] = condition;
    return condition;
  }

  /** Whether the rule asks one thing, without `not`: something that it can't do without. */
  hasOneTest(number: number): boolean {
    const condition = this.#models[number]?.condition;
    return (
      condition?.kind === "tests" && condition.tests.length === 1 && condition.tests[0]?.negated === false
    );
  }

  /** The first rule that holds; null for none. */
  decider(subject: Subject): number | null {
    return this.#firstHolding(subject, this.#models.length);
  }

  /** All rules that hold above one, ascending. */
  holdingAbove(below: number, subject: Subject): readonly number[] {
    const byText = this.#rulesByText(subject);
    if (byText !== null) return byText.allHolding(subject, below);
    const holding: number[] = [];
    for (const { model, number } of this.#candidates(subject)) {
      if (number >= below) break;
      if (ruleHolds(model, subject)) holding.push(number);
    }
    return holding;
  }

  /** A response that the rule decides, if the first one that comes to mind is such a one. */
  decidedAtOnce(number: number): MadeResponse | null {
    const model = this.#models[number];
    const plain = model === undefined ? null : plainResponse(model, this.#predicates, this.#templates);
    if (plain === null) return null;
    const { status, body } = plain;
    const subject = new Subject(plain);
    return this.#firstHolding(subject, number + 1) === number ? { status, body, subject } : null;
  }

  /** The first rule that holds among the first so many; null for none. */
  #firstHolding(subject: Subject, count: number): number | null {
    const byText = this.#rulesByText(subject);
    if (byText !== null) return byText.firstHolding(subject, count);
    for (const { model, number } of this.#candidates(subject)) {
      if (number >= count) break;
      if (ruleHolds(model, subject)) return number;
    }
    return null;
  }

  /** After an edit few responses are looked at: to make an index takes longer than trying all rules on those. */
  #rulesByText(subject: Subject): RulesByText | null {
    if (this.#tried < INDEX_PAYS_AFTER) {
      this.#tried++;
      return null;
    }
    this.#byText ??= new RulesByText(this.#models);
    return this.#byText.canHideTexts(subject.body) ? null : this.#byText;
  }

  #candidates(subject: Subject): Iterable<PlacedRule> {
    this.#triedByFields++;
    if (this.#byFields === null && this.#triedByFields <= INDEX_PAYS_AFTER) return placed(this.#models);
    this.#byFields ??= createRuleIndex([...placed(this.#models)]);
    return this.#byFields.candidates(subject);
  }

  /** Whether one of two tests can say anything of the other: they ask one subject, or what they ask is related. */
  areRelated(one: RuleTest, other: RuleTest): boolean {
    const [a, b] = [one.test.test, other.test.test];
    if (a.kind === "status" || b.kind === "status") return a.kind === b.kind;
    if (a.field?.key === b.field?.key) return true;
    // Of two fields what they ask for does not matter, unless it is nothing.
    if (a.field === null || b.field === null || a.kind === "empty" || b.kind === "empty")
      return this.#haveRelatedAtoms(one.predicate, other.predicate);
    const known = this.#relatedFields.get(a.field.key)?.get(b.field.key);
    if (known !== undefined) return known;
    const areRelated = this.#haveRelatedAtoms(one.predicate, other.predicate);
    const related = this.#relatedFields.get(a.field.key) ?? new Map<string, boolean>();
    this.#relatedFields.set(a.field.key, related.set(b.field.key, areRelated));
    return areRelated;
  }

  #haveRelatedAtoms(one: Predicate, other: Predicate): boolean {
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
    const question = this.question(tests, shapes);
    for (const condition of none) question.exclude(condition);
    return question.find(work);
  }

  /** Of rules that together take all that passes the tests as few as leaving out one after the other gives, the last one first. */
  neededOf(rules: readonly number[], tests: Conjunction, work: Work): readonly number[] {
    const conditions = rules.map((number) => this.conditionOf(number));
    const needed = new Set(neededConditions(tests, conditions, this.#atoms, work));
    return rules.filter((_, place) => needed.has(place));
  }

  /** The same, to be asked again after more conditions have come: what was learnt for one answer is known for the next. */
  question(tests: Conjunction, shapes: readonly ShownResponse[] = NO_SHAPES): AskedQuestion {
    const search = new ResponseSearch(tests, this.#atoms);
    const none: Conjunction[] = [];
    const isRight = (subject: Subject): boolean =>
      conjunctionHolds(tests, subject) && !none.some((condition) => conjunctionHolds(condition, subject));
    return {
      exclude: (condition) => {
        none.push(condition);
        search.exclude(condition);
      },
      find: (work) =>
        search.find(work, (wanted) =>
          work.spendOnMaking(wanted.fields.length)
            ? makeResponse(wanted, this.#templates, isRight, shapes)
            : null,
        ),
    };
  }
}

function* placed(models: readonly RuleModel[]): Iterable<PlacedRule> {
  for (const [number, model] of models.entries()) yield { model, number };
}
