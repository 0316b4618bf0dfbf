import type { Field } from "./field.js";
import type { Condition, PositiveTest, Test } from "./mapping.js";

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
