import type { DescribedField } from "../model/field.js";
import type { Label, Mapping, RuleModel } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { MappingPlan, PlanCapture, PlanLabel, PlanRule } from "./mapping-plan.js";
import { PlanTable } from "./plan-table.js";
import type { Keyed, Predicate } from "./predicate.js";
import { writeRuleKey } from "./rule-key.js";

/**
 * The plan of a mapping. Its values come out of the table, so that plans made with one table share them; their numbers
 * depend on the mapping alone. Linear in the mapping.
 */
export function planMapping(mapping: Mapping, table: PlanTable = new PlanTable()): MappingPlan {
  const planning = new Planning(table);
  const rules = mapping.rules.map(({ model }) => planning.rule(model));
  const captures = mapping.captures.map(
    ({ model: { name, field, outcomes } }): PlanCapture => ({ name, field: table.field(field), outcomes }),
  );
  const predicates = planning.predicates;
  return {
    system: mapping.system,
    fields: distinctFields(predicates, rules, captures),
    predicates,
    rules,
    captures,
  };
}

class Planning {
  readonly predicates: Keyed<Predicate>[] = [];
  readonly #numbers = new Map<Keyed<Predicate>, number>();
  readonly #table: PlanTable;

  constructor(table: PlanTable) {
    this.#table = table;
  }

  rule(model: RuleModel): PlanRule {
    const tests = testsOf(model.condition).map(({ negated, test }) => ({
      negated,
      predicate: this.#table.predicate(test),
    }));
    const asked = tests.map(({ negated, predicate }) => ({ negated, predicate: predicate.key }));
    return {
      key: writeRuleKey(model, asked),
      outcome: model.outcome,
      tests: tests.map(({ negated, predicate }) => ({ predicate: this.#numberOf(predicate), negated })),
      label: this.#label(model.label),
    };
  }

  #label(label: Label): PlanLabel {
    switch (label.kind) {
      case "none":
        return { kind: "none" };
      case "fixed":
        return { kind: "fixed", text: label.text };
      case "field":
        return { kind: "field", field: this.#table.field(label.field), fallback: label.fallback };
    }
  }

  #numberOf(predicate: Keyed<Predicate>): number {
    const known = this.#numbers.get(predicate);
    if (known !== undefined) return known;
    const number = this.predicates.length;
    this.#numbers.set(predicate, number);
    this.predicates.push(predicate);
    return number;
  }
}

/** The fields that tests read, then those of labels and of captures, each where it comes first. */
function distinctFields(
  predicates: readonly Predicate[],
  rules: readonly PlanRule[],
  captures: readonly PlanCapture[],
): readonly DescribedField[] {
  const distinct = new Map<string, DescribedField>();
  const add = (field: DescribedField | null) => {
    if (field !== null && !distinct.has(field.key)) distinct.set(field.key, field);
  };
  for (const predicate of predicates) if (predicate.kind !== "status") add(predicate.field);
  for (const { label } of rules) if (label.kind === "field") add(label.field);
  for (const { field } of captures) add(field);
  return [...distinct.values()];
}
