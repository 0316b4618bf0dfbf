import type { Field } from "../model/field.js";
import type { CaptureModel, Label, Mapping, Rule, Test } from "../model/mapping.js";
import type { PlanTable } from "../plan/plan-table.js";
import type { Conjunction } from "../reachability/rule-tests.js";

/*
 * Where labels and captures come from fields, it depends on what those pick whether two verdicts differ: tests that tell the cases
 * apart.
 */

/** Tests besides those of two rules for which their labels may differ; the first without any. */
export function* testsForLabels(
  before: Rule | null,
  after: Rule | null,
  table: PlanTable,
): Generator<Conjunction> {
  yield [];
  const fields = [before, after].flatMap((rule) => fieldOfLabel(rule?.model.label));
  for (const field of fields) for (const negated of [true, false]) yield [emptyTest(field, negated, table)];
  const [one, other] = fields;
  if (one === undefined || other === undefined) return;
  for (const isOne of [true, false]) yield [emptyTest(one, isOne, table), emptyTest(other, !isOne, table)];
}

/** The captures that the one mapping has and the other has not: of another field, or for other verdicts. */
export function changedCaptures(before: Mapping, after: Mapping): readonly CaptureModel[] {
  const old = byMeaning(before);
  const now = byMeaning(after);
  return [
    ...[...old].flatMap(([key, capture]) => (now.has(key) ? [] : [capture])),
    ...[...now].flatMap(([key, capture]) => (old.has(key) ? [] : [capture])),
  ];
}

function byMeaning({ captures }: Mapping): ReadonlyMap<string, CaptureModel> {
  return new Map(
    captures.map(({ model }) => [JSON.stringify([model.name, model.field.key, model.outcomes]), model]),
  );
}

/** Whether the field picks only what is blank, or not. */
export function emptyTest(field: Field, negated: boolean, table: PlanTable): Conjunction[number] {
  const { span } = field;
  const test: Test = { negated, test: { kind: "empty", field, span }, span };
  return { test, predicate: table.predicate(test.test), negated };
}

function fieldOfLabel(label: Label | undefined): readonly Field[] {
  return label?.kind === "field" ? [label.field] : [];
}
