import type { Verdict } from "../matching/verdict.js";
import type { Field } from "../model/field.js";
import type { Capture, Label, Mapping, Rule, Test } from "../model/mapping.js";
import type { PlanTable } from "../plan/plan-table.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import { VERDICT_WORDS } from "../syntax/vocabulary.js";

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

/** What one mapping captures for outcomes for which the other does not. */
export interface ChangedCapture {
  readonly capture: Capture;
  /** Whether it is the older mapping that does. */
  readonly isGone: boolean;
  readonly outcomes: ReadonlySet<Verdict["outcome"]>;
}

/** What the one mapping captures and the other does not, outcome by outcome. */
export function changedCaptures(before: Mapping, after: Mapping): readonly ChangedCapture[] {
  const old = capturedBy(before);
  const now = capturedBy(after);
  return [...capturedBeyond(old, now, true), ...capturedBeyond(now, old, false)];
}

/** By name and field. */
type Captured = ReadonlyMap<string, Pick<ChangedCapture, "capture" | "outcomes">>;

function capturedBy({ captures }: Mapping): Captured {
  return new Map(
    captures.map((capture) => {
      const { name, field, outcomes } = capture.model;
      const key = JSON.stringify([name, field.key]);
      return [key, { capture, outcomes: new Set<Verdict["outcome"]>(outcomes ?? VERDICT_WORDS) }];
    }),
  );
}

function capturedBeyond(some: Captured, others: Captured, isGone: boolean): readonly ChangedCapture[] {
  return [...some].flatMap(([key, { capture, outcomes }]) => {
    const left = [...outcomes].filter((outcome) => others.get(key)?.outcomes.has(outcome) !== true);
    return left.length === 0 ? [] : [{ capture, isGone, outcomes: new Set(left) }];
  });
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
