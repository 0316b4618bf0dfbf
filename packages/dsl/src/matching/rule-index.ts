import type { Condition, Field, PositiveTest, Rule } from "../model/mapping.js";
import type { Subject } from "./subject.js";
import { createTextIndex, type TextIndex } from "./text-index.js";

/** Tells which rules can hold for a response. */
export interface RuleIndex {
  /** In the rules' order: all that hold, and perhaps some that do not. */
  candidates(subject: Subject): readonly Rule[];
}

/** Below this number of rules trying each is faster than looking up. */
const WORTHWHILE = 64;

type TextTest = Extract<PositiveTest, { kind: "text" }>;

/**
 * Files every rule with a text test that must hold under that test's texts; all other rules are always candidates. The
 * interpreter still decides: an index only leaves out what it proves cannot hold.
 */
export function createRuleIndex(rules: readonly Rule[]): RuleIndex {
  if (rules.length < WORTHWHILE) return { candidates: () => rules };
  const always: number[] = [];
  const groups = new Map<
    string,
    { readonly field: Field | null; readonly entries: { text: string; value: number }[] }
  >();
  rules.forEach((rule, number) => {
    const test = decisiveTest(rule.model.condition);
    if (test === null) {
      always.push(number);
      return;
    }
    const key = test.field?.key ?? "";
    const group = groups.get(key) ?? { field: test.field, entries: [] };
    groups.set(key, group);
    for (const text of test.texts)
      group.entries.push({ text: neededPiece(test, text.foldedPieces, text.folded), value: number });
  });
  const indexed = [...groups.values()].map(({ field, entries }) => ({
    field,
    index: createTextIndex(entries),
  }));
  return {
    candidates(subject) {
      const numbers = new Set(always);
      for (const { field, index } of indexed) {
        for (const text of textsOf(field, subject)) addAll(numbers, index, text);
      }
      const ascending = Uint32Array.from(numbers).sort();
      return Array.from(ascending, (number) => rules[number]).filter((rule) => rule !== undefined);
    },
  };
}

function addAll(numbers: Set<number>, index: TextIndex<number>, text: string): void {
  for (const number of index.candidates(text)) numbers.add(number);
}

function textsOf(field: Field | null, subject: Subject): readonly string[] {
  if (field === null) return [subject.foldedBody];
  return subject.pick(field).flatMap(({ folded }) => (folded === null ? [] : [folded]));
}

/** The test whose texts say most: without one of them in its subject the rule cannot hold. */
function decisiveTest(condition: Condition): TextTest | null {
  if (condition.kind === "otherwise") return null;
  let best: TextTest | null = null;
  let bestLength = 0;
  for (const { negated, test } of condition.tests) {
    if (negated || test.kind !== "text") continue;
    const shortest = Math.min(
      ...test.texts.map((text) => neededPiece(test, text.foldedPieces, text.folded).length),
    );
    if (shortest > bestLength) {
      best = test;
      bestLength = shortest;
    }
  }
  return best;
}

/** A stretch that the subject must hold for the text to match: of a pattern its longest piece. */
function neededPiece(test: TextTest, pieces: readonly string[], whole: string): string {
  if (test.how !== "exact") return whole;
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), "");
}
