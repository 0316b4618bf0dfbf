import { addToGroup } from "../incremental/groups.js";
import { addAll } from "../incremental/long-lists.js";
import { finish, inSteps, type Steps } from "../incremental/steps.js";
import type { Field } from "../model/field.js";
import type { RuleModel, Test } from "../model/mapping.js";
import { fieldOfTest, testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import type { Decimal } from "../runtime/decimal.js";
import { numberIn } from "../text/number-in.js";
import { fieldIndexSteps } from "./field-index.js";
import { NumberIndex } from "./number-index.js";
import { type NumberStretch, neededNumbers } from "./number-stretch.js";
import { inOrder, type Numbered } from "./ordered-lists.js";
import { RulesByStatus } from "./rules-by-status.js";
import type { PickedText, Subject } from "./subject.js";
import { TextIndex } from "./text-index.js";

/** Whatever has a rule's meaning. */
interface WithRule {
  readonly model: RuleModel;
}

/** Tells which rules can hold for a response. */
export interface RuleIndex<Rule extends WithRule> {
  /** In the rules' order: all that hold, and perhaps some that do not. */
  candidates(subject: Subject): Iterable<Rule>;
}

/** Below this number of rules trying each is faster than looking up. */
const WORTHWHILE = 64;

/** Builds an index at once; see `ruleIndexSteps`. */
export function createRuleIndex<Rule extends WithRule>(rules: readonly Rule[]): RuleIndex<Rule> {
  return finish(ruleIndexSteps(rules));
}

/**
 * Files every rule under the texts of one test that must hold, or under the numbers of one field between the limits of its tests: whatever
 * the fewest other rules share. Rules without such a test are candidates for the statuses that they allow. The interpreter still decides: an index only leaves out what
 * it proves cannot hold. Candidates are looked for one after the other, so that who needs the first ones alone pays for no more.
 */
export function* ruleIndexSteps<Rule extends WithRule>(rules: readonly Rule[]): Steps<RuleIndex<Rule>> {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const stretches = new Map<string, NumberStretch[]>();
  yield* inSteps(rules, ({ model }) => {
    for (const { field, stretch } of neededNumbers(model.condition))
      addToGroup(stretches, field.key, stretch);
  });
  const filed = new FiledRules<Rule>(stretches);
  yield* inSteps(rules.entries(), ([number, rule]) => filed.add({ number, rule, model: rule.model }));
  const { byStatus, byBody } = filed;
  const fieldIndex = yield* fieldIndexSteps(filed.byField);
  return {
    *candidates(subject) {
      const lists = [byStatus.allowedBy(subject.status)];
      if (!byBody.isEmpty) addAll(lists, byBody.listsFor([subject.foldedBody]));
      for (const { field, index, whatever, byNumber } of fieldIndex.candidates(subject)) {
        const picked = subject.pick(field);
        if (picked.length > 0) lists.push(whatever);
        if (byNumber !== null) addAll(lists, byNumber.listsFor(numbersIn(picked)));
        const texts = picked.flatMap(({ folded }) => (folded === null ? [] : [folded]));
        addAll(lists, index.listsFor(texts));
      }
      for (const { rule } of inOrder(lists)) yield rule;
    },
  };
}

function numbersIn(picked: readonly PickedText[]): readonly Decimal[] {
  return picked.flatMap(({ text }) => (text === null ? [] : (numberIn(text) ?? [])));
}

/** A rule with its place among all. */
interface NumberedRule<Rule> extends Numbered {
  readonly rule: Rule;
  readonly model: RuleModel;
}

/** The rules that are filed under one field. */
interface IndexedField<Rule> {
  readonly field: Field;
  readonly index: RulesOfTexts<Rule>;
  /** Those that ask for no text of it but for anything at all. */
  readonly whatever: NumberedRule<Rule>[];
  /** Those that ask for numbers of it; null where no rule does. */
  readonly byNumber: NumberIndex<NumberedRule<Rule>> | null;
}

/** What a rule cannot hold without. */
type Need =
  /** One of the texts in a text of the body, or of the field. They are folded; an empty one asks for any text. */
  | { readonly kind: "texts"; readonly field: Field | null; readonly texts: readonly string[] }
  | { readonly kind: "numbers"; readonly field: Field; readonly stretch: NumberStretch }
  /** Anything that the field picks, with a text or not. */
  | { readonly kind: "anything"; readonly field: Field };

/** The rules of each text, ascending. */
class RulesOfTexts<Rule> {
  readonly #index = new TextIndex<readonly NumberedRule<Rule>[]>();
  readonly #byText = new Map<string, NumberedRule<Rule>[]>();

  get isEmpty(): boolean {
    return this.#index.isEmpty;
  }

  add(text: string, rule: NumberedRule<Rule>): void {
    const known = this.#byText.get(text);
    if (known !== undefined) {
      known.push(rule);
      return;
    }
    const rules = [rule];
    this.#byText.set(text, rules);
    this.#index.add(text, rules);
  }

  countOf(text: string): number {
    return this.#byText.get(text)?.length ?? 0;
  }

  /** The rules of each text that may stand in one of the subjects. */
  listsFor(subjects: readonly string[]): readonly (readonly NumberedRule<Rule>[])[] {
    return this.#index.candidates(subjects);
  }
}

/** Rules by what they are looked up by. */
class FiledRules<Rule extends WithRule> {
  readonly byStatus = new RulesByStatus<NumberedRule<Rule>>();
  readonly byBody = new RulesOfTexts<Rule>();
  readonly #byField = new Map<string, IndexedField<Rule>>();
  readonly #byNumber = new Map<string, NumberIndex<NumberedRule<Rule>>>();
  readonly #stretches: ReadonlyMap<string, readonly NumberStretch[]>;

  /** @param stretches what all rules need of numbers, by the key of the field */
  constructor(stretches: ReadonlyMap<string, readonly NumberStretch[]>) {
    this.#stretches = stretches;
  }

  get byField(): readonly IndexedField<Rule>[] {
    return [...this.#byField.values()];
  }

  add(rule: NumberedRule<Rule>): void {
    const need = this.#leastShared(needsOf(rule.model));
    if (need === null) this.byStatus.add(rule);
    else this.#file(rule, need);
  }

  #file(rule: NumberedRule<Rule>, need: Need): void {
    switch (need.kind) {
      case "texts": {
        const index = need.field === null ? this.byBody : this.#indexOf(need.field).index;
        for (const text of new Set(need.texts)) index.add(text, rule);
        return;
      }
      case "numbers":
        this.#indexOf(need.field).byNumber?.add(need.stretch, rule);
        return;
      case "anything":
        this.#indexOf(need.field).whatever.push(rule);
        return;
    }
  }

  #indexOf(field: Field): IndexedField<Rule> {
    const known = this.#byField.get(field.key);
    if (known !== undefined) return known;
    const byNumber = this.#numbersOf(field);
    const indexed = { field, index: new RulesOfTexts<Rule>(), whatever: [], byNumber };
    this.#byField.set(field.key, indexed);
    return indexed;
  }

  #numbersOf({ key }: Field): NumberIndex<NumberedRule<Rule>> | null {
    const known = this.#byNumber.get(key);
    if (known !== undefined) return known;
    const stretches = this.#stretches.get(key);
    if (stretches === undefined) return null;
    const index = new NumberIndex<NumberedRule<Rule>>(stretches);
    this.#byNumber.set(key, index);
    return index;
  }

  /** The need that the fewest rules share; of equals the one with the longest text. */
  #leastShared([first, ...others]: readonly Need[]): Need | null {
    if (first === undefined) return null;
    let least = first;
    let fewest = others.length === 0 ? 0 : this.#sharing(least);
    for (const need of others) {
      const sharing = this.#sharing(need);
      if (sharing > fewest || (sharing === fewest && shortestText(need) <= shortestText(least))) continue;
      least = need;
      fewest = sharing;
    }
    return least;
  }

  /** How many rules stand under the need so far; of numbers how many others there will be. */
  #sharing(need: Need): number {
    switch (need.kind) {
      case "texts": {
        const index = need.field === null ? this.byBody : this.#byField.get(need.field.key)?.index;
        return need.texts.reduce((sum, text) => sum + (index?.countOf(text) ?? 0), 0);
      }
      case "numbers":
        return (this.#numbersOf(need.field)?.sharing(need.stretch) ?? 1) - 1;
      case "anything":
        return this.#byField.get(need.field.key)?.whatever.length ?? 0;
    }
  }
}

function shortestText(need: Need): number {
  if (need.kind !== "texts") return -1;
  return need.texts.reduce((shortest, text) => Math.min(shortest, text.length), Infinity);
}

/** What the rule's tests need. */
function needsOf({ condition }: RuleModel): readonly Need[] {
  const numbers = neededNumbers(condition).map((needed): Need => ({ kind: "numbers", ...needed }));
  return [...testsOf(condition).flatMap((test) => needOf(test) ?? []), ...numbers];
}

function needOf({ negated, test }: Test): Need | null {
  // What is not empty has picked something.
  if (test.kind === "empty") return negated ? { kind: "anything", field: test.field } : null;
  if (test.kind === "number") return null;
  const texts = negated ? null : neededTexts(test);
  return texts === null ? null : { kind: "texts", field: fieldOfTest(test), texts };
}
