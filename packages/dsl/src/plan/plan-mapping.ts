import type { DescribedField } from "../model/field.js";
import type { Label, Mapping, RuleModel, Test } from "../model/mapping.js";
import { testsOf } from "../model/rule-parts.js";
import type { MappingPlan, PlanCapture, PlanLabel, PlanRule, PlanTest } from "./mapping-plan.js";
import { PlanTable } from "./plan-table.js";
import type { Predicate } from "./predicate.js";

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
  readonly predicates: Predicate[] = [];
  readonly #numbers = new Map<Predicate, number>();
  readonly #table: PlanTable;

  constructor(table: PlanTable) {
    this.#table = table;
  }

  rule(model: RuleModel): PlanRule {
    return {
      outcome: model.outcome,
      tests: testsOf(model.condition).map((test) => this.#test(test)),
      label: this.#label(model.label),
    };
  }

  #test({ negated, test }: Test): PlanTest {
    return { predicate: this.#numberOf(this.#table.predicate(test)), negated };
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

  #numberOf(predicate: Predicate): number {
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
