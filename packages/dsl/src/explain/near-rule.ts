import { subjectOf } from "../bodies/example-subject.js";
import type { ExampleResult } from "../examples/example-result.js";
import type { ExampleRun } from "../examples/example-run.js";
import { memoized } from "../incremental/memoized.js";
import type { Subject } from "../matching/subject.js";
import type { ExampleModel, Mapping, Rule, RuleModel } from "../model/mapping.js";
import { type NearMiss, nearMissOf } from "./near-miss.js";

/** A rule that nearly holds for a response, and by how little it does not. */
export interface NearRule {
  readonly rule: Rule;
  readonly miss: NearMiss;
}

/** An example for whose response a rule nearly holds, and by how little it does not. */
export interface NearExample {
  readonly result: ExampleResult;
  readonly miss: NearMiss;
}

/** Rules tried on an example at most, and examples on a rule: one that fits is shown, and mostly it is the first. */
const MOST_TRIED = 8;

/** Rules passed over at most in search of some to try: an example that fails is explained after every keystroke. */
const MOST_PASSED = 1000;

/** Rules tried at most on a response that somebody asks about: it is asked for once, and a person can wait for it. */
const MOST_TRIED_ON_RESPONSE = 64;

/** By how little rules miss an example's response: worked out once, also through edits of others. */
const missesOf = memoized((example: ExampleModel) =>
  memoized((model: RuleModel) => nearMissOf({ model }, subjectOf(example))),
);

/**
 * The first rule above the deciding one that misses a failing example's response by little and would give the verdict
 * that it expects: if it held, the example would pass.
 */
export function nearRuleAboveDeciding(
  { example, decidedBy, difference }: ExampleResult,
  mapping: Mapping,
): NearRule | null {
  if (difference?.kind !== "verdict") return null;
  let tried = 0;
  for (const [place, rule] of mapping.rules.entries()) {
    if (rule === decidedBy || tried === MOST_TRIED || place === MOST_PASSED) return null;
    if (!givesExpectedVerdict(rule, example.model)) continue;
    tried++;
    const miss = missesOf(example.model)(rule.model);
    if (miss !== null) return { rule, miss };
  }
  return null;
}

/** Rules looked at for one failing example at most: all of them for each of thousands of examples would be a product. */
const MOST_LOOKED_AT = 5_000;

/** The first rule, wherever it stands, that misses a failing example by little and would give the verdict that it expects. */
export function nearRuleForExample(result: ExampleResult, run: ExampleRun): NearRule | null {
  if (result.difference === null) return null;
  const { model } = result.example;
  const holding = new Set(run.rulesFor(result.example));
  let tried = 0;
  for (const rule of run.mapping.rules.slice(0, MOST_LOOKED_AT)) {
    if (tried === MOST_TRIED) return null;
    if (holding.has(rule) || !givesExpectedVerdict(rule, model)) continue;
    tried++;
    const miss = missesOf(model)(rule.model);
    if (miss !== null) return { rule, miss };
  }
  return null;
}

/**
 * An example that a rule misses by little and that ends where it should not: it fails, or no rule holds for it. Those that
 * should get the rule's verdict are tried first.
 */
export function nearExampleForRule(rule: Rule, run: ExampleRun): NearExample | null {
  const holding = new Set(run.matchedBy(rule));
  const doubtful = run.results.filter(
    (result) => !holding.has(result) && (result.difference !== null || result.decidedBy === null),
  );
  const expected = doubtful.filter(({ example }) => givesExpectedVerdict(rule, example.model));
  for (const result of [...expected, ...doubtful].slice(0, MOST_TRIED)) {
    const miss = missesOf(result.example.model)(rule.model);
    if (miss !== null) return { result, miss };
  }
  return null;
}

/** The first of some rules that a response, for which none of them holds, misses by little; only the first are tried. */
export function nearRuleAmong(rules: readonly Rule[], subject: Subject): NearRule | null {
  for (const rule of rules.slice(0, MOST_TRIED_ON_RESPONSE)) {
    const miss = nearMissOf(rule, subject);
    if (miss !== null) return { rule, miss };
  }
  return null;
}

/** Whether the rule gives the verdict that the example expects, as far as can be told without the body. */
export function givesExpectedVerdict(
  { model: { outcome, label } }: Rule,
  { verdict }: ExampleModel,
): boolean {
  if (outcome !== verdict.outcome) return false;
  if (verdict.label === null || label.kind === "field") return true;
  return label.kind === "fixed" && label.text === verdict.label;
}
