import { finish, inSteps, type Steps } from "../incremental/steps.js";
import type { Field } from "../model/field.js";
import type { PositiveTest, RuleModel } from "../model/mapping.js";
import { fieldOfTest, testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import { fieldIndexSteps } from "./field-index.js";
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
 * without such a test are always candidates. The interpreter still decides: an index only leaves out what it proves cannot
 * hold.
 */
export function* ruleIndexSteps<Rule extends WithRule>(rules: readonly Rule[]): Steps<RuleIndex<Rule>> {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const filed = new FiledRules<Rule>();
  yield* inSteps(rules.entries(), ([number, rule]) => filed.add({ number, rule }));
  const { always, byBody } = filed;
  const fieldIndex = yield* fieldIndexSteps(filed.byField);
  return {
    candidates(subject) {
      const found = new Set(byBody.isEmpty ? [] : byBody.candidates([subject.foldedBody]));
      for (const { field, index } of fieldIndex.candidates(subject)) {
        const texts = subject.pick(field).flatMap(({ folded }) => (folded === null ? [] : [folded]));
        for (const entry of index.candidates(texts)) found.add(entry);
      }
      return inOrder(
        [...found].sort((a, b) => a.number - b.number),
        always,
      );
    },
  };
}

/** A rule with its place among all. */
interface NumberedRule<Rule> {
  readonly number: number;
  readonly rule: Rule;
}

/** The rules that are filed under one field. */
interface IndexedField<Rule> {
  readonly field: Field;
  readonly index: TextIndex<NumberedRule<Rule>>;
}

/** What a rule cannot hold without: one of the texts in a text of the subject. */
interface Need {
  /** Null for the body. */
  readonly field: Field | null;
  /** Folded; an empty one asks for any text. */
  readonly texts: readonly string[];
}

/** Rules by what they are looked up by. */
class FiledRules<Rule extends WithRule> {
  /** In order. */
  readonly always: NumberedRule<Rule>[] = [];
  readonly byBody = new TextIndex<NumberedRule<Rule>>();
  readonly #byField = new Map<string, IndexedField<Rule>>();

  get byField(): readonly IndexedField<Rule>[] {
    return [...this.#byField.values()];
  }

  add(rule: NumberedRule<Rule>): void {
    const need = this.#leastShared(needsOf(rule.rule.model));
    if (need === null) this.always.push(rule);
    else this.#file(rule, need);
  }

  #file(rule: NumberedRule<Rule>, { field, texts }: Need): void {
    const index = field === null ? this.byBody : this.#indexOf(field);
    for (const text of texts) index.add(text, rule);
  }

  #indexOf(field: Field): TextIndex<NumberedRule<Rule>> {
    const known = this.#byField.get(field.key);
    if (known !== undefined) return known.index;
    const index = new TextIndex<NumberedRule<Rule>>();
    this.#byField.set(field.key, { field, index });
    return index;
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
    const index = field === null ? this.byBody : this.#byField.get(field.key)?.index;
    return texts.reduce((sum, text) => sum + (index?.countOf(text) ?? 0), 0);
  }
}

function shortestText({ texts }: Need): number {
  return texts.reduce((shortest, text) => Math.min(shortest, text.length), Infinity);
}

/** What the rule's tests need. */
function needsOf({ condition }: RuleModel): readonly Need[] {
  return testsOf(condition).flatMap(({ negated, test }) => (negated ? [] : (needOf(test) ?? [])));
}

function needOf(test: PositiveTest): Need | null {
  const texts = neededTexts(test);
  return texts === null ? null : { field: fieldOfTest(test), texts };
}

/** The rules of both lists, each in order, by their number. */
function* inOrder<Rule>(
  some: readonly NumberedRule<Rule>[],
  others: readonly NumberedRule<Rule>[],
): Iterable<Rule> {
  let next = 0;
  for (const { number, rule } of some) {
    for (let other = others[next]; other !== undefined && other.number < number; other = others[++next]) {
      yield other.rule;
    }
    yield rule;
  }
  for (let other = others[next]; other !== undefined; other = others[++next]) yield other.rule;
}
