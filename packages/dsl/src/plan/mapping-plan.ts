import type { DescribedField } from "../model/field.js";
import type { Outcome } from "../syntax/vocabulary.js";
import type { Predicate } from "./predicate.js";

/**
 * A mapping as values: what every target, the index of the matcher and whoever compares mappings reads. Nothing in it
 * knows where it is written, so plans of two texts that differ in layout and comments alone are equal; the places of rules
 * stand beside it (`RuleOrigin`).
 */
export interface MappingPlan {
  readonly system: string | null;
  /** Every field that a test, a label or a capture reads, once by its key. */
  readonly fields: readonly DescribedField[];
  /** Everything that a test asks, once; tests name it by its number here. */
  readonly predicates: readonly Predicate[];
  /** In the order in which they are tried. */
  readonly rules: readonly PlanRule[];
  readonly captures: readonly PlanCapture[];
}

export interface PlanRule {
  readonly outcome: Outcome;
  /** All of them must hold; a rule without any always holds. */
  readonly tests: readonly PlanTest[];
  readonly label: PlanLabel;
}

export interface PlanTest {
  /** Its place among the plan's predicates. */
  readonly predicate: number;
  readonly negated: boolean;
}

export type PlanLabel =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly text: string }
  | { readonly kind: "field"; readonly field: DescribedField; readonly fallback: string | null };

export interface PlanCapture {
  readonly name: string;
  readonly field: DescribedField;
  /** The verdicts that have it; null for every one. */
  readonly outcomes: readonly Outcome[] | null;
}

/** The fields that rules ask about; labels and captures read others besides. */
export function askedFields({ predicates, fields }: MappingPlan): readonly DescribedField[] {
  const asked = new Set<string>();
  for (const predicate of predicates) {
    if (predicate.kind !== "status" && predicate.field !== null) asked.add(predicate.field.key);
  }
  return fields.filter(({ key }) => asked.has(key));
}

/** What a test of the plan asks. */
export function askedBy({ predicate }: PlanTest, { predicates }: MappingPlan): Predicate {
  const asked = predicates[predicate];
  if (asked === undefined) throw new Error(`the plan has no predicate ${predicate}`);
  return asked;
}
