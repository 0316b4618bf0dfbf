import { addToGroup } from "../incremental/groups.js";
import { askedBy, askedFields, type MappingPlan, type PlanTest } from "../plan/mapping-plan.js";
import { variantsSearchedByRules } from "../plan/searched-letters.js";
import type { SearchWay } from "../runtime/text-search.js";
import type {
  ExecutionPlan,
  ExecutionStep,
  ExecutionTest,
  RuleCondition,
  SubjectTexts,
} from "./execution-plan.js";
import { planFewTexts } from "./few-texts.js";
import { type FieldsPlan, fieldNumbers, planFields } from "./field-paths.js";
import { chooseTriggers, type RuleTrigger } from "./rule-trigger.js";
import { searchWaysFor } from "./search-ways.js";
import { asksStatusAlone, statusCells, statusesNeededBy } from "./status-cells.js";
import { LONGEST_SEARCHED } from "./text-place.js";
import { TextRowsBuilder } from "./text-rows.js";

/**
 * How a mapping is run. Each rule belongs to one step: to that of the status if it asks for nothing else; to that of the body
 * or of a field if it needs one of some texts there; else it is tried. Linear in the plan. `only` is the only way to search
 * texts, for tests.
 */
export function planExecution(plan: MappingPlan, only: SearchWay | null = null): ExecutionPlan {
  return new Execution(plan, only).build();
}

/** The rules that look for a text in one subject, and the texts. */
class SubjectDraft {
  readonly rules: number[] = [];
  readonly rows = new TextRowsBuilder();
}

class Execution {
  readonly #plan: MappingPlan;
  readonly #only: SearchWay | null;
  /** The other cases of letters outside ASCII that texts have. */
  readonly #variants = new Map<string, string[]>();
  readonly #byStatus: number[] = [];
  readonly #body = new SubjectDraft();
  readonly #fields = new Map<string, SubjectDraft>();
  readonly #tried: number[] = [];
  readonly #conditions: { readonly rule: number; readonly tests: readonly PlanTest[] }[] = [];

  constructor(plan: MappingPlan, only: SearchWay | null) {
    this.#plan = plan;
    this.#only = only;
    for (const [variant, folded] of variantsSearchedByRules(plan))
      addToGroup(this.#variants, folded, variant);
    const triggers = chooseTriggers(plan);
    plan.rules.forEach((_, rule) => {
      this.#add(rule, triggers[rule] ?? null);
    });
  }

  build(): ExecutionPlan {
    const questions = this.#askAboutBody();
    const tests = this.#tests(questions);
    const numbers = new Map(tests.map(({ predicate }, number) => [predicate, number]));
    const conditions = this.#conditions.map(
      ({ rule, tests: asked }): RuleCondition => ({
        rule,
        tests: asked.map(({ predicate, negated }) => ({ test: numberOf(numbers, predicate), negated })),
      }),
    );
    const { rows } = this.#body;
    const bodyTexts = rows.isEmpty ? null : this.#textsOf(rows);
    const fields = planFields(askedFields(this.#plan));
    const steps = this.#steps(fields);
    const direct = fields.fields.length === 0 && isDirect(steps, bodyTexts) ? bodyTexts : null;
    return {
      steps,
      tests,
      conditions,
      bodyTexts,
      fields,
      verdictFields: planFields(this.#plan.fields, fields),
      isDirect: direct !== null,
      fewTexts: direct === null ? null : planFewTexts(direct.rows, direct.ways),
    };
  }

  #add(rule: number, trigger: RuleTrigger | null): void {
    const tests = this.#plan.rules[rule]?.tests ?? [];
    if (trigger !== null) this.#addTriggered(rule, tests, trigger);
    else if (tests.length > 0 && asksStatusAlone(tests, this.#plan)) this.#byStatus.push(rule);
    else {
      this.#tried.push(rule);
      this.#conditions.push({ rule, tests });
    }
  }

  #addTriggered(rule: number, tests: readonly PlanTest[], { test, field, places }: RuleTrigger): void {
    const draft = field === null ? this.#body : this.#draftOf(field);
    draft.rules.push(rule);
    for (const place of places) draft.rows.add(place, rule, tests.length === 1 && place.suffices);
    const suffices = places.every((place) => place.suffices);
    const asked = suffices ? tests.filter((_, number) => number !== test) : tests;
    if (asked.length > 0) this.#conditions.push({ rule, tests: asked });
  }

  #draftOf(field: string): SubjectDraft {
    const known = this.#fields.get(field);
    if (known !== undefined) return known;
    const draft = new SubjectDraft();
    this.#fields.set(field, draft);
    return draft;
  }

  /** The predicates of conditions that the search of the body tells: its texts are searched too. */
  #askAboutBody(): ReadonlySet<number> {
    const questions = new Set<number>();
    for (const { rule, tests } of this.#conditions) {
      for (const test of tests) {
        const searched = searchedBy(test, this.#plan);
        if (searched === null) continue;
        questions.add(test.predicate);
        for (const text of searched.texts) this.#body.rows.addQuestion(searched.position, text, rule);
      }
    }
    return questions;
  }

  #tests(questions: ReadonlySet<number>): readonly ExecutionTest[] {
    const predicates = new Set(this.#conditions.flatMap(({ tests }) => tests.map((test) => test.predicate)));
    const rowOf = this.#body.rows.rowNumbers();
    return [...predicates].map((predicate): ExecutionTest => {
      const searched = searchedBy({ predicate, negated: false }, this.#plan);
      if (searched === null || !questions.has(predicate)) return { predicate, found: null };
      return { predicate, found: searched.texts.map((text) => rowOf(searched.position, text)) };
    });
  }

  #textsOf(builder: TextRowsBuilder): SubjectTexts {
    const rows = builder.build();
    return { rows, ways: searchWaysFor(rows, this.#variants, this.#only) };
  }

  #steps(fields: FieldsPlan): readonly ExecutionStep[] {
    const plan = this.#plan;
    const steps: ExecutionStep[] = [];
    const lowestOf = (rules: readonly number[]): number => rules.reduce((a, b) => Math.min(a, b));
    const numberOfField = fieldNumbers(fields);
    const cells = statusCells(this.#byStatus, plan);
    if (cells.length > 0)
      steps.push({ kind: "status", lowest: lowestOf(cells.map(({ rule }) => rule)), cells });
    for (const [key, { rules, rows }] of this.#fields) {
      const common = { lowest: lowestOf(rules), rules, statuses: statusesNeededBy(rules, plan) };
      steps.push({
        kind: "field",
        ...common,
        field: numberOfField({ key }),
        texts: this.#textsOf(rows),
      });
    }
    const { rules } = this.#body;
    if (rules.length > 0) {
      steps.push({ kind: "body", lowest: lowestOf(rules), rules, statuses: statusesNeededBy(rules, plan) });
    }
    if (this.#tried.length > 0) {
      steps.push({ kind: "trying", lowest: lowestOf(this.#tried), rules: this.#tried });
    }
    // Of rules that are as low none: each belongs to one step.
    return steps.sort((a, b) => a.lowest - b.lowest);
  }
}

/** The number of what has been planned. */
function numberOf<Key>(numbers: ReadonlyMap<Key, number>, key: Key): number {
  const number = numbers.get(key);
  if (number === undefined) throw new Error(`the plan of execution has no number for ${key}`);
  return number;
}

function isDirect(steps: readonly ExecutionStep[], bodyTexts: SubjectTexts | null): boolean {
  if (bodyTexts === null || !steps.every(({ kind }) => kind === "status" || kind === "body")) return false;
  const { keywords = [], words = [], ...edges } = bodyTexts.rows;
  const decide = [...keywords, ...words].every((row) => row.length === 2);
  return decide && keywords.length + words.length > 0 && Object.keys(edges).length === 0;
}

/** The texts of a test that the search of the body tells. */
interface SearchedTest {
  readonly position: "keywords" | "words";
  readonly texts: readonly string[];
}

function searchedBy(test: PlanTest, plan: MappingPlan): SearchedTest | null {
  const asked = askedBy(test, plan);
  if (asked.kind !== "text" || asked.field !== null || asked.how === "exact") return null;
  const texts = asked.texts.map(({ folded }) => folded[0] ?? "");
  if (texts.some((text) => text.length > LONGEST_SEARCHED)) return null;
  return { position: asked.how === "word" ? "words" : "keywords", texts };
}
