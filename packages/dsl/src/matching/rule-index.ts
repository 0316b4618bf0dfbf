import type { Condition, Field, PositiveTest, Rule } from "../model/mapping.js";
import { createFieldIndex } from "./field-index.js";
import type { Subject } from "./subject.js";
import { createTextIndex, type TextIndex } from "./text-index.js";

/** Tells which rules can hold for a response. */
export interface RuleIndex {
  /** In the rules' order: all that hold, and perhaps some that do not. */
  candidates(subject: Subject): Iterable<Rule>;
}

/** Below this number of rules trying each is faster than looking up. */
const WORTHWHILE = 64;

/**
 * Files every rule under the texts of one test that must hold, the one that the fewest other rules share; rules without
 * such a test are always candidates. The interpreter still decides: an index only leaves out what it proves cannot hold.
 */
export function createRuleIndex(rules: readonly Rule[]): RuleIndex {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const popularity = countNeeds(rules);
  const always: NumberedRule[] = [];
  const files = new Map<string, RuleFile>();
  rules.forEach((rule, number) => {
    const need = rarestNeed(rule.model.condition, popularity);
    if (need === null) always.push({ number, rule });
    else fileRule(files, need, { number, rule });
  });
  const body = files.get(BODY_KEY);
  const bodyIndex = body === undefined ? null : createTextIndex(body.entries);
  const fieldIndex = createFieldIndex([...files.values()].flatMap(indexedField));
  return {
    candidates(subject) {
      const found = new Set(bodyIndex?.candidates([subject.foldedBody]) ?? []);
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
interface NumberedRule {
  readonly number: number;
  readonly rule: Rule;
}

/** The rules of both lists, each in order, by their number. */
function* inOrder(some: readonly NumberedRule[], others: readonly NumberedRule[]): Iterable<Rule> {
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

const BODY_KEY = "";

/** What is filed under one subject. */
interface RuleFile {
  readonly field: Field | null;
  readonly entries: { readonly text: string; readonly value: NumberedRule }[];
}

interface IndexedField {
  readonly field: Field;
  readonly index: TextIndex<NumberedRule>;
}

function fileRule(files: Map<string, RuleFile>, { field, texts }: Need, value: NumberedRule): void {
  const key = field?.key ?? BODY_KEY;
  const file = files.get(key) ?? { field, entries: [] };
  files.set(key, file);
  for (const text of texts) file.entries.push({ text, value });
}

function indexedField({ field, entries }: RuleFile): readonly IndexedField[] {
  return field === null ? [] : [{ field, index: createTextIndex(entries) }];
}

function needsOf(condition: Condition): readonly Need[] {
  if (condition.kind === "otherwise") return [];
  return condition.tests.flatMap(({ negated, test }) => (negated ? [] : needsOfTest(test)));
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
        test.how === "exact" ? longestOf(foldedPieces) : folded,
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

/** How many rules need each text of each subject. */
function countNeeds(rules: readonly Rule[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { model } of rules) {
    for (const need of needsOf(model.condition)) {
      for (const key of keysOf(need)) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}

function keysOf({ field, texts }: Need): readonly string[] {
  return texts.map((text) => `${text} ${field?.key ?? BODY_KEY}`);
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
