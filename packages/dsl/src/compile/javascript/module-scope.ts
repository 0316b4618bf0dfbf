import type { ExecutionPlan } from "../../execution/execution-plan.js";
import type { DescribedField } from "../../model/field.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import { RuntimeCalls } from "./runtime-calls.js";

/** What the parts of one module share while it is written. */
export class ModuleScope {
  readonly plan: MappingPlan;
  readonly execution: ExecutionPlan;
  readonly calls = new RuntimeCalls();
  readonly #fieldNumbers: ReadonlyMap<string, number>;

  constructor(plan: MappingPlan, execution: ExecutionPlan) {
    this.plan = plan;
    this.execution = execution;
    this.#fieldNumbers = new Map(execution.fields.fields.map(({ field }, number) => [field.key, number]));
  }

  /** The number of a field in the module's table. */
  fieldNumber({ key }: DescribedField): number {
    const number = this.#fieldNumbers.get(key);
    if (number === undefined) throw new Error(`the plan does not know the field ${key}`);
    return number;
  }
}
