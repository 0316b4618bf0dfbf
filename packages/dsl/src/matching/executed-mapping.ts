import { fieldNumbers } from "../execution/field-paths.js";
import { planExecution } from "../execution/plan-execution.js";
import { hasNameOfObjects } from "../model/capture-names.js";
import type { Mapping, Rule } from "../model/mapping.js";
import { writtenLabel } from "../model/written-label.js";
import { planMapping } from "../plan/plan-mapping.js";
import { type CaptureReader, readCaptures } from "../runtime/captures.js";
import { decideBy } from "../runtime/decision.js";
import { firstTextOf, judge } from "../runtime/judged-response.js";
import { partsOf } from "../runtime/response-parts.js";
import type { Decision } from "./decision.js";
import { createExecution, type Execution } from "./execution.js";
import type { Response } from "./response.js";
import type { Captures, Verdict } from "./verdict.js";

/**
 * A mapping that follows its execution plan with the functions that compiled modules carry; only what is asked of a rule that is
 * tried is asked as the interpreter does.
 */
export class ExecutedMapping {
  readonly #mapping: Mapping;
  readonly #execution: Execution;
  readonly #captures: readonly CaptureReader[];
  /** Whether one of them is called like something that every object has. */
  readonly #hasBareCaptures: boolean;
  /** The rules whose label comes from a field, and that field's number. */
  readonly #labelFields: ReadonlyMap<number, number>;
  /** The decisions that need nothing of the response but the rule, at the rule's index and one more: the first is that of none. */
  readonly #fixed: readonly (Decision | null)[];

  /** Takes some microseconds a rule. */
  constructor(mapping: Mapping) {
    const plan = planMapping(mapping);
    const execution = planExecution(plan);
    const numberOf = fieldNumbers(execution.verdictFields);
    this.#mapping = mapping;
    this.#execution = createExecution(plan, execution);
    this.#captures = plan.captures.map(({ name, field, outcomes }) => ({
      name,
      field: numberOf(field),
      outcomes,
    }));
    this.#hasBareCaptures = hasNameOfObjects(plan.captures);
    this.#labelFields = new Map(
      plan.rules.flatMap(({ label }, rule) =>
        label.kind === "field" ? [[rule, numberOf(label.field)] as const] : [],
      ),
    );
    const hasCaptures = plan.captures.length > 0;
    this.#fixed = [null, ...mapping.rules].map((rule, place) =>
      hasCaptures || this.#labelFields.has(place - 1) ? null : fixedDecision(rule),
    );
  }

  /** The verdict, and the rule that decided. Never throws. */
  decide(given: Response): Decision {
    const { status, body } = partsOf(given);
    const { tables, steps } = this.#execution;
    const response = judge(status, body, tables);
    const index = decideBy(steps, response);
    const fixed = this.#fixed[index + 1] ?? null;
    if (fixed !== null) return fixed;
    const rule = this.#mapping.rules[index] ?? null;
    const outcome = rule?.model.outcome ?? "unmapped";
    const captures = readCaptures(response, this.#captures, outcome, null, this.#hasBareCaptures);
    const labelField = this.#labelFields.get(index);
    const picked = labelField === undefined ? null : firstTextOf(response, labelField);
    return { rule, verdict: verdictBy(rule, picked, captures) };
  }
}

/** The decision by the rule, whatever the response: many are given it, so that it cannot be changed. */
function fixedDecision(rule: Rule | null): Decision {
  return Object.freeze({ rule, verdict: Object.freeze(verdictBy(rule, null, Object.freeze({}))) });
}

/** @param picked the label out of a field; null for what the rule says */
function verdictBy(rule: Rule | null, picked: string | null, captures: Captures): Verdict {
  if (rule === null) return { outcome: "unmapped", label: null, captures };
  return { outcome: rule.model.outcome, label: picked ?? writtenLabel(rule.model.label), captures };
}
