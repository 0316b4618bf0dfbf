import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { Capture, CaptureModel, Located, Mapping, Rule, RuleModel, Test } from "../../model/mapping.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";

/** What a field is asked for. */
export type FieldUse =
  | { readonly kind: "test"; readonly test: Test }
  | { readonly kind: "label"; readonly fallback: string | null }
  | { readonly kind: "capture" };

/** A field, and the rule or capture that asks for it. */
export interface AskedField {
  readonly field: Field;
  readonly use: FieldUse;
  readonly by: Rule | Capture;
}

/** All fields that a mapping's rules and captures ask for, those of included files among them. */
export const askedFields = memoized(({ rules, captures }: Mapping): readonly AskedField[] =>
  [...rules, ...captures].flatMap((by) => usesIn(by.model).map((used) => ({ ...used, by }))),
);

/** The text of the statement that asks. */
export function sourceOf({ statement }: Located<unknown>): string {
  return statement.syntax.text;
}

/** The fields that rules or captures ask for, in order: of one key the first. */
export const distinctFieldsIn = memoized(
  (models: readonly (RuleModel | CaptureModel)[]): readonly Field[] => {
    const byKey = new Map<string, Field>();
    for (const model of models)
      for (const { field } of usesIn(model)) if (!byKey.has(field.key)) byKey.set(field.key, field);
    return [...byKey.values()];
  },
);

/** What a rule or capture asks, in order. */
function usesIn(model: RuleModel | CaptureModel): readonly Pick<AskedField, "field" | "use">[] {
  if (model.kind === "capture") return [{ field: model.field, use: { kind: "capture" } }];
  const { condition, label } = model;
  const tested = testsOf(condition).flatMap((test) => {
    const field = fieldOfTest(test.test);
    return field === null ? [] : [{ field, use: { kind: "test", test } as const }];
  });
  if (label.kind !== "field") return tested;
  return [...tested, { field: label.field, use: { kind: "label", fallback: label.fallback } }];
}
