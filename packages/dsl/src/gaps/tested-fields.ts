import { groupBy } from "../incremental/groups.js";
import { type Field, lastNameOf } from "../model/field.js";
import type { Mapping, PositiveTest, Rule, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { TextTest } from "../model/tested-texts.js";

/** A test of texts or of a number that a field picks, its `not` left aside. */
export type ContentTest = (TextTest & { readonly field: Field }) | Extract<PositiveTest, { kind: "number" }>;

/** A field for whose texts or numbers rules of a file ask. */
export interface TestedField {
  /** As the first rule of the file has it that asks for it. */
  readonly field: Field;
  /** Of what it picks; null where that has none. */
  readonly name: string | null;
  readonly rule: Rule;
  /** All tests of it, also those of included files. */
  readonly tests: readonly [ContentTest, ...ContentTest[]];
}

/** The fields for whose texts or numbers the rules of a mapping's own file ask, in order. */
export function testedFields({ rules, file }: Mapping): readonly TestedField[] {
  const asked = rules.flatMap((rule) =>
    contentTestsOf(testsOf(rule.model.condition)).map((test) => ({ rule, test })),
  );
  return [...groupBy(asked, ({ test }) => test.field.key).values()].flatMap((uses) => {
    const own = uses.find(({ rule }) => rule.file.path === file.path);
    const [first, ...others] = uses.map(({ test }) => test);
    if (own === undefined || first === undefined) return [];
    const { field } = own.test;
    return [{ field, name: lastNameOf(field), rule: own.rule, tests: [first, ...others] }];
  });
}

function contentTestsOf(tests: readonly Test[]): readonly ContentTest[] {
  return tests.flatMap(({ test }): readonly ContentTest[] => {
    if (test.kind === "number") return [test];
    if (test.kind !== "text" || test.field === null) return [];
    return [{ ...test, field: test.field }];
  });
}
