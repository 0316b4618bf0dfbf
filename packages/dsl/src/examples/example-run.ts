import { createMatcher } from "../matching/matcher.js";
import { Subject } from "../matching/subject.js";
import type { Example, Mapping, Rule } from "../model/mapping.js";
import { type ExampleResult, runAgainst } from "./run-examples.js";

/** A mapping's own examples, run, seen from the examples and from the rules. */
export interface ExampleRun {
  readonly mapping: Mapping;
  /** In the order of the examples. */
  readonly results: readonly ExampleResult[];
  /** The examples whose verdict the rule decides, in order; the rule may stand in an included file. */
  decidedBy(rule: Rule): readonly ExampleResult[];
  /** The examples for which the rule's condition holds, whether or not a rule above it decides them. */
  matchedBy(rule: Rule): readonly ExampleResult[];
  /** All rules that hold for the example, in their order: the first decides. */
  rulesFor(example: Example): readonly Rule[];
}

/** Runs a mapping's own examples against all of its rules. */
export function runWithRules(mapping: Mapping): ExampleRun {
  const matcher = createMatcher(mapping);
  const results = runAgainst(matcher, mapping.examples);
  const decided = new Map<Rule, ExampleResult[]>();
  const matched = new Map<Rule, ExampleResult[]>();
  const holding = new Map<Example, readonly Rule[]>();
  for (const result of results) {
    const rules = matcher.holding(new Subject(result.example.model));
    holding.set(result.example, rules);
    for (const rule of rules) addTo(matched, rule, result);
    if (result.decidedBy !== null) addTo(decided, result.decidedBy, result);
  }
  return {
    mapping,
    results,
    decidedBy: (rule) => decided.get(rule) ?? [],
    matchedBy: (rule) => matched.get(rule) ?? [],
    rulesFor: (example) => holding.get(example) ?? [],
  };
}

function addTo(groups: Map<Rule, ExampleResult[]>, rule: Rule, result: ExampleResult): void {
  const group = groups.get(rule);
  if (group === undefined) groups.set(rule, [result]);
  else group.push(result);
}
