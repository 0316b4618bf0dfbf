import type { Mapping, PositiveTest, Rule } from "@responses/dsl";

/** One test of a rule: the number of what it asks, and whether it is asked with `not`. */
export interface NumberedTest {
  readonly asked: number;
  readonly negated: boolean;
}

/** A rule as the oracles see it: tests that must all hold, none for `otherwise`; and the verdict it gives. */
export interface NumberedRule {
  readonly tests: readonly NumberedTest[];
  /** Equal for rules of equal outcome and label. */
  readonly verdict: string;
}

/** What the tests of some mappings ask, each question once, and the rules of each mapping in their order. */
export interface NumberedTests {
  readonly asked: readonly PositiveTest[];
  readonly lists: readonly (readonly NumberedRule[])[];
}

/** Numbers the tests of the mappings: two tests that are written alike have one number. */
export function numberedTests(mappings: readonly Mapping[]): NumberedTests {
  const asked: PositiveTest[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (test: PositiveTest): number => {
    const key = writtenTest(test);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, asked.length);
    asked.push(test);
    return asked.length - 1;
  };
  const lists = mappings.map(({ rules }) =>
    rules.map(({ model }: Rule): NumberedRule => {
      const { condition, outcome, label } = model;
      const tests = condition.kind === "otherwise" ? [] : condition.tests;
      return {
        tests: tests.map(({ test, negated }) => ({ asked: numberOf(test), negated })),
        verdict: JSON.stringify([
          outcome,
          label.kind === "fixed" ? label.text : null,
          label.kind === "field" ? [label.field.key, label.fallback] : null,
        ]),
      };
    }),
  );
  return { asked, lists };
}

/** The texts that a test looks for, case folded, each cut at its wildcards; none if it looks for no text. */
export function foldedTexts(test: PositiveTest): readonly (readonly string[])[] {
  if (test.kind !== "text") return [];
  return test.texts.map(({ folded, foldedPieces }) => (test.how === "exact" ? foldedPieces : [folded]));
}

function writtenTest(test: PositiveTest): string {
  switch (test.kind) {
    case "status":
      return JSON.stringify(["status", test.ranges.map(({ first, last }) => [first, last])]);
    case "text":
      return JSON.stringify([test.how, test.field?.key ?? null, foldedTexts(test)]);
    case "number":
      return JSON.stringify([test.how, test.field.key, test.number]);
    case "empty":
      return JSON.stringify(["empty", test.field.key]);
  }
}
