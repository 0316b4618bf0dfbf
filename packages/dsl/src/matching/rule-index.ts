import { addAll } from "../incremental/long-lists.js";
import { finish, inSteps, type Steps } from "../incremental/steps.js";
import type { Field } from "../model/field.js";
import type { RuleModel, Test } from "../model/mapping.js";
import { fieldOfTest, testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import { fieldIndexSteps } from "./field-index.js";
import { inOrder, type Numbered } from "./ordered-lists.js";
import { RulesByStatus } from "./rules-by-status.js";
import type { Subject } from "./subject.js";
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
 * Files every rule under the texts of one test that must hold, the one under which the fewest other rules stand; rules
 * without such a test are candidates for the statuses that they allow. The interpreter still decides: an index only leaves out what
 * it proves cannot hold. Candidates are looked for one after the other, so that who needs the first ones alone pays for no more.
 */
export function* ruleIndexSteps<Rule extends WithRule>(rules: readonly Rule[]): Steps<RuleIndex<Rule>> {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const filed = new FiledRules<Rule>();
  yield* inSteps(rules.entries(), ([number, rule]) => filed.add({ number, rule, model: rule.model }));
  const { byStatus, byBody } = filed;
  const fieldIndex = yield* fieldIndexSteps(filed.byField);
  return {
    *candidates(subject) {
      const lists = [byStatus.allowedBy(subject.status)];
      if (!byBody.isEmpty) addAll(lists, byBody.listsFor([subject.foldedBody]));
      for (const { field, index, whatever } of fieldIndex.candidates(subject)) {
        const picked = subject.pick(field);
        if (picked.length > 0) lists.push(whatever);
        const texts = picked.flatMap(({ folded }) => (folded === null ? [] : [folded]));
        addAll(lists, index.listsFor(texts));
      }
      for (const { rule } of inOrder(lists)) yield rule;
    },
  };
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
}

/** What a rule cannot hold without: one of the texts in a text of the subject. */
interface Need {
  /** Null for the body. */
  readonly field: Field | null;
  /** Folded; an empty one asks for any text. Null for anything that the field picks, with a text or not. */
  readonly texts: readonly string[] | null;
}

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

  get byField(): readonly IndexedField<Rule>[] {
    return [...this.#byField.values()];
  }

  add(rule: NumberedRule<Rule>): void {
    const need = this.#leastShared(needsOf(rule.model));
    if (need === null) this.byStatus.add(rule);
    else this.#file(rule, need);
  }

  #file(rule: NumberedRule<Rule>, { field, texts }: Need): void {
    if (field === null) {
      for (const text of new Set(texts)) this.byBody.add(text, rule);
      return;
    }
    const { index, whatever } = this.#indexOf(field);
    if (texts === null) whatever.push(rule);
    else for (const text of new Set(texts)) index.add(text, rule);
  }

  #indexOf(field: Field): IndexedField<Rule> {
    const known = this.#byField.get(field.key);
    if (known !== undefined) return known;
    const indexed = { field, index: new RulesOfTexts<Rule>(), whatever: [] };
    this.#byField.set(field.key, indexed);
    return indexed;
  }

  /** The need under which the fewest rules stand so far; of equals the one with the longest text. */
  #leastShared([first, ...others]: readonly Need[]): Need | null {
    if (first === undefined) return null;
    let least = first;
    for (const need of others) {
      const more = this.#sharing(need) - this.#sharing(least);
      if (more < 0 || (more === 0 && shortestText(need) > shortestText(least))) least = need;
    }
    return least;
  }

  /** How many rules stand under the need. */
  #sharing({ field, texts }: Need): number {
    const indexed = field === null ? undefined : this.#byField.get(field.key);
    if (texts === null) return indexed?.whatever.length ?? 0;
    const index = field === null ? this.byBody : indexed?.index;
    return texts.reduce((sum, text) => sum + (index?.countOf(text) ?? 0), 0);
  }
}

function shortestText({ texts }: Need): number {
  return texts === null ? -1 : texts.reduce((shortest, text) => Math.min(shortest, text.length), Infinity);
}

/** What the rule's tests need. */
function needsOf({ condition }: RuleModel): readonly Need[] {
  return testsOf(condition).flatMap((test) => needOf(test) ?? []);
}

function needOf({ negated, test }: Test): Need | null {
  // What is not empty has picked something.
  if (test.kind === "empty") return negated ? { field: test.field, texts: null } : null;
  const texts = negated ? null : neededTexts(test);
  return texts === null ? null : { field: fieldOfTest(test), texts };
}
