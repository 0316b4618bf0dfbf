import type { ExampleResult, Field, Outcome, Rule } from "@responses/dsl";
import type { ExampleRun } from "@responses/dsl/editor";

/** Why a system did not take a lead, as reports name it. */
export type ReasonName =
  | { readonly kind: "none" }
  | { readonly kind: "fixed"; readonly text: string }
  /** The response names it. */
  | { readonly kind: "field"; readonly field: Field };

export interface Reason {
  readonly outcome: Outcome;
  readonly name: ReasonName;
  /** The rules that give it, in their order. */
  readonly rules: readonly Rule[];
  /** The first example that gets it. */
  readonly shown: ExampleResult | null;
}

/** The outcomes that are no success, in the order of the table. */
const OUTCOMES: readonly Outcome[] = ["reject", "error"];

/** All reasons that rules can give for what is no success, each once: the rejections first, then the errors. */
export function reasonsOf({ mapping, results }: ExampleRun): readonly Reason[] {
  return OUTCOMES.flatMap((outcome) => {
    const rows = new Map<string, { readonly name: ReasonName; readonly rules: Rule[] }>();
    for (const rule of mapping.rules) {
      if (rule.model.outcome !== outcome) continue;
      for (const name of namesOf(rule)) {
        const row = rows.get(keyOf(name)) ?? { name, rules: [] };
        rows.set(keyOf(name), row);
        row.rules.push(rule);
      }
    }
    return Array.from(rows.values(), ({ name, rules }) => ({
      outcome,
      name,
      rules,
      shown: results.find((result) => isShownBy(name, rules, result)) ?? null,
    }));
  });
}

/** What a rule can give: of one that lets the response name the reason, also what stands in for that. */
function namesOf({ model: { label } }: Rule): readonly ReasonName[] {
  switch (label.kind) {
    case "none":
      return [{ kind: "none" }];
    case "fixed":
      return [{ kind: "fixed", text: label.text }];
    case "field": {
      const { field, fallback } = label;
      return [
        { kind: "field", field },
        fallback === null ? { kind: "none" } : { kind: "fixed", text: fallback },
      ];
    }
  }
}

function keyOf(name: ReasonName): string {
  switch (name.kind) {
    case "none":
      return "none";
    case "fixed":
      return `fixed ${name.text}`;
    case "field":
      return `field ${name.field.key}`;
  }
}

function isShownBy(name: ReasonName, rules: readonly Rule[], { decidedBy, verdict }: ExampleResult): boolean {
  if (decidedBy === null || !rules.includes(decidedBy)) return false;
  switch (name.kind) {
    case "none":
      return verdict.label === null;
    case "fixed":
      return verdict.label === name.text;
    case "field": {
      const { label } = decidedBy.model;
      const fallback = label.kind === "field" ? label.fallback : null;
      return verdict.label !== null && verdict.label !== fallback;
    }
  }
}
