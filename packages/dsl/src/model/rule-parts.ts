import type { Field } from "./field.js";
import type { Condition, PositiveTest, RuleModel, Test } from "./mapping.js";

/** The tests that must all hold; none for `otherwise`, which always holds. */
export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.kind) {
    case "otherwise":
      return [];
    case "tests":
      return condition.tests;
  }
}

/** The field that a test looks at; null for one of the body or the status. */
export function fieldOfTest(test: PositiveTest): Field | null {
  return test.kind === "status" ? null : test.field;
}

/** Every field that a rule reads: those of its tests, in order, and its label's. */
export function fieldsOfRule({ condition, label }: RuleModel): readonly Field[] {
  const ofTests = testsOf(condition).flatMap(({ test }) => fieldOfTest(test) ?? []);
  return label.kind === "field" ? [...ofTests, label.field] : ofTests;
}
