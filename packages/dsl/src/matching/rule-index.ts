import { finish, inSteps, type Steps } from "../incremental/steps.js";
import type { DescribedField, Field } from "../model/field.js";
import type { PositiveTest, RuleModel } from "../model/mapping.js";
import { fieldOfTest, testsOf } from "../model/rule-parts.js";
import { neededTexts } from "../plan/needed-texts.js";
import { PlanTable } from "../plan/plan-table.js";
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
 * Files every rule under the texts of one test that must hold, the one that the fewest other rules share; rules without
 * such a test are always candidates. The interpreter still decides: an index only leaves out what it proves cannot hold.
 */
export function* ruleIndexSteps<Rule extends WithRule>(rules: readonly Rule[]): Steps<RuleIndex<Rule>> {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const { always, byBody, byField } = yield* fileRules(rules);
  const fieldIndex = yield* fieldIndexSteps(byField);
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

/** Rules by what they are looked up by. */
interface FiledRules<Rule> {
  /** In order. */
  readonly always: readonly NumberedRule<Rule>[];
  readonly byBody: TextIndex<NumberedRule<Rule>>;
  readonly byField: readonly IndexedField<Rule>[];
}

/** A function of its own, so that what is only needed here is not kept as long as the index. */
function* fileRules<Rule extends WithRule>(rules: readonly Rule[]): Steps<FiledRules<Rule>> {
  const table = new PlanTable();
  const popularity = new Map<string, number>();
  const needs: (readonly Need[])[] = [];
  yield* inSteps(rules, ({ model }) => {
    const own = needsOf(model, table);
    needs.push(own);
    countNeeds(own, popularity);
  });
  const always: NumberedRule<Rule>[] = [];
  const byBody = new TextIndex<NumberedRule<Rule>>();
  const byField = new Map<string, IndexedField<Rule>>();
  yield* inSteps(rules.entries(), ([number, rule]) => {
    const need = rarestNeed(needs[number] ?? [], popularity);
    if (need === null) always.push({ number, rule });
    else fileRule(need.field === null ? byBody : indexOf(need.field, byField), need, { number, rule });
  });
  return { always, byBody, byField: [...byField.values()] };
}

/** A rule with its place among all. */
interface NumberedRule<Rule> {
  readonly number: number;
  readonly rule: Rule;
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

/** What a rule cannot hold without: one of the texts in a text of the subject. */
interface Need {
  /** Null for the body. */
  readonly field: NeededField | null;
  /** Folded; an empty one asks for any text. */
  readonly texts: readonly string[];
}

/** A field, and what is to be known of it. */
interface NeededField {
  readonly field: Field;
  readonly described: DescribedField;
}

/** The rules that are filed under one field. */
interface IndexedField<Rule> extends NeededField {
  readonly index: TextIndex<NumberedRule<Rule>>;
}

function indexOf<Rule>(
  needed: NeededField,
  byField: Map<string, IndexedField<Rule>>,
): TextIndex<NumberedRule<Rule>> {
  const { key } = needed.described;
  const known = byField.get(key);
  if (known !== undefined) return known.index;
  const index = new TextIndex<NumberedRule<Rule>>();
  byField.set(key, { ...needed, index });
  return index;
}

function fileRule<Rule>(
  index: TextIndex<NumberedRule<Rule>>,
  { texts }: Need,
  value: NumberedRule<Rule>,
): void {
  for (const text of texts) index.add(text, value);
}

/** What the rule's tests need, as their predicates in a plan tell. */
function needsOf({ condition }: RuleModel, table: PlanTable): readonly Need[] {
  return testsOf(condition).flatMap(({ negated, test }) => (negated ? [] : (needOf(test, table) ?? [])));
}

function needOf(test: PositiveTest, table: PlanTable): Need | null {
  const predicate = table.unkeptPredicate(test);
  const texts = neededTexts(predicate);
  if (texts === null) return null;
  const field = fieldOfTest(test);
  const described = predicate.kind === "status" ? null : predicate.field;
  return { field: field === null || described === null ? null : { field, described }, texts };
}

/** Counts how many rules need each text of each subject. */
function countNeeds(needs: readonly Need[], counts: Map<string, number>): void {
  for (const need of needs) {
    for (const key of keysOf(need)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

function keysOf({ field, texts }: Need): readonly string[] {
  return texts.map((text) => `${text} ${field?.described.key ?? ""}`);
}

/** The need by which the fewest rules are found together; of equals the one with the longest text. */
function rarestNeed(needs: readonly Need[], popularity: ReadonlyMap<string, number>): Need | null {
  let rarest: Need | null = null;
  let best = { shared: Infinity, length: 0 };
  for (const need of needs) {
    const shared = keysOf(need).reduce((sum, key) => sum + (popularity.get(key) ?? 0), 0);
    const length = need.texts.reduce((shortest, text) => Math.min(shortest, text.length), Infinity);
    if (shared > best.shared || (shared === best.shared && length <= best.length)) continue;
    rarest = need;
    best = { shared, length };
  }
  return rarest;
}
