import type { PlanRange } from "../plan/predicate.js";
import type { TextRows } from "../runtime/text-table.js";
import type { FewTextsPlan } from "./few-texts.js";
import type { FieldsPlan } from "./field-paths.js";
import type { CarriedWays } from "./search-ways.js";

/**
 * How a mapping is run: what a compiled module does, step after step. It is made of the plan alone, and equal for equal plans.
 * Rules and predicates are known by their numbers in the plan, fields by theirs in `fields`.
 */
export interface ExecutionPlan {
  /** In the order of the lowest rules that they can find: what stands before them has been left out by then. */
  readonly steps: readonly ExecutionStep[];
  /** What is asked for rules that a step tries. */
  readonly tests: readonly ExecutionTest[];
  /** The tests of the rules that a step tries, in their order; a rule without any holds. */
  readonly conditions: readonly RuleCondition[];
  /** The texts that are looked for in the body; null for none. */
  readonly bodyTexts: SubjectTexts | null;
  /** The fields that rules ask about. */
  readonly fields: FieldsPlan;
  /** Those, by the same numbers, and behind them what labels and captures read besides: to decide needs none of these. */
  readonly verdictFields: FieldsPlan;
  /** Whether rules ask about no field, and the status and texts of the body decide by themselves, each a rule. */
  readonly isDirect: boolean;
  /** The texts of the body where little code searches them; null where it does not, and where the mapping is not direct. */
  readonly fewTexts: FewTextsPlan | null;
}

/** The texts that are looked for in one subject, and how. */
export interface SubjectTexts {
  readonly rows: TextRows;
  readonly ways: CarriedWays;
}

/** A step finds the lowest of its rules that holds, as far as it comes before what is known to hold by then. */
export type ExecutionStep =
  | {
      /** Its rules ask for nothing but the status: ranges apart from one another, with the lowest rule that holds in each. */
      readonly kind: "status";
      readonly lowest: number;
      readonly cells: readonly StatusCell[];
    }
  | {
      /** Its rules need a text in the body (`ExecutionPlan.bodyTexts`). */
      readonly kind: "body";
      readonly lowest: number;
      readonly rules: readonly number[];
      /** Statuses without which none of its rules holds; null where one can hold with any. */
      readonly statuses: readonly PlanRange[] | null;
    }
  | {
      /** Its rules need a text in one that the field picks. */
      readonly kind: "field";
      readonly lowest: number;
      readonly rules: readonly number[];
      readonly statuses: readonly PlanRange[] | null;
      readonly field: number;
      readonly texts: SubjectTexts;
    }
  | {
      /** Its rules are tried one by one. */
      readonly kind: "trying";
      readonly lowest: number;
      readonly rules: readonly number[];
    };

export interface StatusCell extends PlanRange {
  readonly rule: number;
}

/** What a test of a tried rule asks: a predicate of the plan, of the body's texts that were found if it can be told by them. */
export interface ExecutionTest {
  readonly predicate: number;
  /** Rows of the body's texts, keywords first, then words: it holds if one of them was found. Null where it is asked itself. */
  readonly found: readonly number[] | null;
}

export interface RuleCondition {
  readonly rule: number;
  readonly tests: readonly { readonly test: number; readonly negated: boolean }[];
}
