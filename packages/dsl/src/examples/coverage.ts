import { addToGroup } from "../incremental/groups.js";
import type { FileModel, Mapping, Rule } from "../model/mapping.js";
import type { ExampleResult } from "./example-result.js";

/** A rule, and the examples that it decides. */
export interface RuleCoverage {
  readonly rule: Rule;
  readonly decides: readonly ExampleResult[];
}

/** For each rule of the mapping's own file, in order, the examples that it decides. */
export function coverageOf(mapping: Mapping, results: readonly ExampleResult[]): readonly RuleCoverage[] {
  const decided = new Map<Rule, ExampleResult[]>();
  for (const result of results) {
    if (result.decidedBy === null) continue;
    addToGroup(decided, result.decidedBy, result);
  }
  return ownRules(mapping).map((rule) => ({ rule, decides: decided.get(rule) ?? [] }));
}

/** The rules that stand in the mapping's own file. */
export function ownRules(mapping: Mapping): readonly Rule[] {
  return mapping.rules.filter(({ file }) => isSameFile(file, mapping.file));
}

function isSameFile(a: FileModel, b: FileModel): boolean {
  return a.path === b.path;
}
