import type { ExampleResult } from "../examples/example-result.js";
import { subjectOf } from "../examples/example-subject.js";
import { quoted } from "../findings/quoted.js";
import { memoized } from "../incremental/memoized.js";
import type { ExampleModel, Mapping, Rule, RuleModel } from "../model/mapping.js";
import { type NearMiss, nearMissOf } from "./near-miss.js";

/** A rule that nearly holds for a response, and by how little it does not. */
export interface NearRule {
  readonly rule: Rule;
  readonly miss: NearMiss;
}

/** So many rules are looked at for an example, and rules before them. */
const MOST_NEAR = 8;
const MOST_RULES = 1000;

/** By how little rules miss an example's response: worked out once, also through edits of others. */
const missesOf = memoized((example: ExampleModel) =>
  memoized((model: RuleModel) => nearMissOf({ model }, subjectOf(example))),
);

/** The first rule that misses a failing example's response by little and would give the verdict that it expects. */
export function nearRuleFor(
  { example, decidedBy, difference }: ExampleResult,
  mapping: Mapping,
): NearRule | null {
  const { verdict } = example.model;
  if (difference?.kind !== "verdict" || verdict.outcome === "unmapped") return null;
  let lookedAt = 0;
  for (const [place, rule] of mapping.rules.entries()) {
    // Below the deciding rule none is asked.
    if (rule === decidedBy || lookedAt === MOST_NEAR || place === MOST_RULES) return null;
    const { outcome, label } = rule.model;
    const gives =
      outcome === verdict.outcome &&
      (verdict.label === null || label.kind !== "fixed" || label.text === verdict.label);
    if (!gives) continue;
    lookedAt++;
    const miss = missesOf(example.model)(rule.model);
    if (miss !== null) return { rule, miss };
  }
  return null;
}

/** By how little, as a clause that says what the body has. */
export function nearMissInWords(miss: NearMiss, body: string): string {
  switch (miss.kind) {
    case "path":
      return `the body has the field as ${quoted(miss.actual)}, not ${quoted(miss.written)}`;
    case "spacing":
      return `only white space differs in ${quoted(body.slice(miss.place.start, miss.place.end))}`;
    case "number":
    case "character":
      return `the body has ${quoted(body.slice(miss.place.start, miss.place.end))}, not ${quoted(miss.wanted)}`;
  }
}
