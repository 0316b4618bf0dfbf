import type { ExecutionPlan } from "../../execution/execution-plan.js";
import { fieldNumbers } from "../../execution/field-paths.js";
import type { DescribedField } from "../../model/field.js";
import type { MappingPlan } from "../../plan/mapping-plan.js";
import { RuntimeCalls } from "./runtime-calls.js";

/** What the parts of one module share while it is written. */
export class ModuleScope {
  readonly plan: MappingPlan;
  readonly execution: ExecutionPlan;
  readonly calls = new RuntimeCalls();
  /** The number of a field in the module's tables. */
  readonly fieldNumber: (field: DescribedField) => number;

  constructor(plan: MappingPlan, execution: ExecutionPlan) {
    this.plan = plan;
    this.execution = execution;
    this.fieldNumber = fieldNumbers(execution.verdictFields);
  }
}
