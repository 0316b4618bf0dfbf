import { finish, inSteps, type Steps } from "../incremental/steps.js";
import type { Field } from "../model/field.js";
import type { Condition, PositiveTest, RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
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
  const popularity = new Map<string, number>();
  yield* inSteps(rules, ({ model }) => countNeeds(model.condition, popularity));
  const always: NumberedRule<Rule>[] = [];
  const byBody = new TextIndex<NumberedRule<Rule>>();
  const byField = new Map<string, IndexedField<Rule>>();
  yield* inSteps(rules.entries(), ([number, rule]) => {
    const need = rarestNeed(rule.model.condition, popularity);
    if (need === null) always.push({ number, rule });
    else fileRule(need.field === null ? byBody : indexOf(need.field, byField), need, { number, rule });
  });
  const fieldIndex = yield* fieldIndexSteps([...byField.values()]);
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

/** What a rule cannot hold without: one of the texts in a text of the subject. An empty one asks for any text. */
interface Need {
  /** Null for the body. */
  readonly field: Field | null;
  readonly texts: readonly string[];
}

/** The rules that are filed under one field. */
interface IndexedField<Rule> {
  readonly field: Field;
  readonly index: TextIndex<NumberedRule<Rule>>;
}

function indexOf<Rule>(
  field: Field,
  byField: Map<string, IndexedField<Rule>>,
): TextIndex<NumberedRule<Rule>> {
  const known = byField.get(field.key);
  if (known !== undefined) return known.index;
  const index = new TextIndex<NumberedRule<Rule>>();
  byField.set(field.key, { field, index });
  return index;
}

function fileRule<Rule>(
  index: TextIndex<NumberedRule<Rule>>,
  { texts }: Need,
  value: NumberedRule<Rule>,
): void {
  for (const text of texts) index.add(text, value);
}

function needsOf(condition: Condition): readonly Need[] {
  return testsOf(condition).flatMap(({ negated, test }) => (negated ? [] : needsOfTest(test)));
}

function needsOfTest(test: PositiveTest): readonly Need[] {
  switch (test.kind) {
    case "status":
    case "empty":
      return [];
    case "number":
      return [{ field: test.field, texts: [""] }];
    case "text": {
      const texts = test.texts.map(({ folded, foldedPieces }) =>
        VOCABULARY[test.how].asteriskIsWildcard ? longestOf(foldedPieces) : folded,
      );
      // Every body holds the empty text; a field may have no text at all.
      if (!texts.includes("")) return [{ field: test.field, texts }];
      return test.field === null ? [] : [{ field: test.field, texts: [""] }];
    }
  }
}

/** Of a pattern's pieces all must stand in the subject. */
function longestOf(pieces: readonly string[]): string {
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}

/** Counts how many rules need each text of each subject. */
function countNeeds(condition: Condition, counts: Map<string, number>): void {
  for (const need of needsOf(condition)) {
    for (const key of keysOf(need)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}

function keysOf({ field, texts }: Need): readonly string[] {
  return texts.map((text) => `${text} ${field?.key ?? ""}`);
}

/** The need by which the fewest rules are found together; of equals the one with the longest text. */
function rarestNeed(condition: Condition, popularity: ReadonlyMap<string, number>): Need | null {
  let rarest: Need | null = null;
  let best = { shared: Infinity, length: 0 };
  for (const need of needsOf(condition)) {
    const shared = keysOf(need).reduce((sum, key) => sum + (popularity.get(key) ?? 0), 0);
    const length = need.texts.reduce((shortest, text) => Math.min(shortest, text.length), Infinity);
    if (shared > best.shared || (shared === best.shared && length <= best.length)) continue;
    rarest = need;
    best = { shared, length };
  }
  return rarest;
}
