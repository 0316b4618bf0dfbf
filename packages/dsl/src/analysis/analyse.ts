import type { ExampleRun } from "../examples/example-run.js";
import type { Finding } from "../findings/finding.js";
import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import type { Linked } from "../model/link.js";
import type { Mapping, Rule } from "../model/mapping.js";
import type { ReachabilityReason, ShownResponse } from "../reachability/rule-reachability.js";
import { analysedMappingSteps, type MappingKnowledge } from "./analysed-mapping.js";
import { MAPPING_CHECKS, RULE_CHECKS } from "./checks.js";
import { MOST_STEPS } from "./order/pair-search.js";
import { checkRules, type RuleFindings } from "./rule-findings.js";
import { applySuppressions, type SilencedFinding } from "./suppressions.js";

/** All that the tools know of a mapping. */
export interface Analysis {
  readonly linked: Linked;
  /** What `check` finds. */
  readonly findings: readonly Finding[];
  /** What it would find besides, had no comment silenced it. */
  readonly silenced: readonly SilencedFinding[];
  /** How the mapping's own examples go; null for a mapping that is refused. */
  readonly run: ExampleRun | null;
  /** What the next analysis can take over. Nothing in it belongs to this version of the text. */
  readonly memory: AnalysisMemory | null;
}

export interface AnalysisMemory {
  readonly knowledge: MappingKnowledge;
  readonly ruleFindings: RuleFindings;
}

/**
 * Runs a mapping's examples and checks it, in steps. `previous` is an analysis of the mapping before an edit; what the edit
 * left as it was is taken over. The result equals that without it, and does not keep `previous` alive.
 *
 * The findings are those of reading the mapping and the files that it includes, and, unless they refuse it, what the checks
 * say about its own file. In order of place, the mapping's own file first.
 */
export function* analyse(linked: Linked, previous: Analysis | null): Steps<Analysis> {
  const earlier = previous?.memory ?? null;
  if (linked.kind === "refused") {
    return { linked, ...shownFindings(linked, linked.findings), run: null, memory: earlier };
  }
  const analysed = yield* analysedMappingSteps(linked.mapping, earlier?.knowledge ?? null);
  const { findings, kept } = yield* checkRules(RULE_CHECKS, analysed, earlier?.ruleFindings ?? null);
  const found = [...linked.findings, ...findings];
  const budget = new StepBudget();
  // What a finding offers may have been tried on every example.
  const perFinding = 20 + linked.mapping.examples.length;
  for (const { find } of MAPPING_CHECKS) {
    for (const finding of find(analysed, found)) {
      found.push(finding);
      if (budget.isSpentBy(perFinding)) yield;
    }
    yield;
  }
  const memory = { knowledge: analysed.knowledge, ruleFindings: kept };
  return { linked, ...shownFindings(linked, found), run: analysed.run, memory };
}

/** A made-up response that the rule of the analysed mapping decides, as is known; null where none is. */
export function responseDecidedBy({ run, memory }: Analysis, rule: Rule): ShownResponse | null {
  const place = run?.mapping.rules.indexOf(rule) ?? -1;
  const answer = memory?.knowledge.reachability.rules[place]?.answer;
  return answer?.kind === "reachable" ? answer.witness : null;
}

/** The rules of the own file that never decide, as far as that is known: no response passes, or rules above take all that do. */
export function neverDeciding({ run, memory }: Analysis): readonly Rule[] {
  const { rules = [], file } = run?.mapping ?? {};
  const { remarkable = [], rules: known = [] } = memory?.knowledge.reachability ?? {};
  return remarkable.flatMap((place) => {
    const [rule, kind] = [rules[place], known[place]?.answer.kind];
    const never = kind === "impossible" || kind === "unreachable";
    return never && rule !== undefined && rule.file.path === file?.path ? [rule] : [];
  });
}

/**
 * The rules of the mapping's own file of which it is not known whether they can decide, and why. Of one that decides an example it is known:
 * that is the response.
 */
export function reachLeftBy({ run, memory }: Analysis): readonly LeftRule[] {
  const { rules = [], file } = run?.mapping ?? {};
  return (memory?.knowledge.reachability.rules ?? []).flatMap(({ answer }, place) => {
    const rule = rules[place];
    const isOpen = answer.kind === "undecided" && rule !== undefined && rule.file.path === file?.path;
    return isOpen && run?.decidedBy(rule).length === 0 ? [{ rule, reason: answer.reason }] : [];
  });
}

/** A rule about which a question has no answer, and why. */
export interface LeftRule {
  readonly rule: Rule;
  readonly reason: ReachabilityReason;
}

/**
 * The rules of the mapping's own file for which not all likely responses were looked for that another rule holds for, too; it would have
 * taken too many steps, as the reason says.
 */
export function orderLeftBy({ run, memory }: Analysis): {
  readonly rules: readonly Rule[];
  readonly reason: ReachabilityReason;
} {
  const places = memory?.knowledge.pairs.left ?? [];
  const rules = places.flatMap((place) => run?.mapping.rules[place] ?? []);
  return { rules, reason: { kind: "file-exhausted", steps: MOST_STEPS } };
}

/** Analyses a mapping at once, as nothing is known of it. */
export function analyseAtOnce(linked: Linked): Analysis {
  return finish(analyse(linked, null));
}

/** The findings that are not suppressed, in order of place, the mapping's own file first. */
function shownFindings(linked: Linked, found: readonly Finding[]): Pick<Analysis, "findings" | "silenced"> {
  const { file, included }: Pick<Mapping, "file" | "included"> =
    linked.kind === "mapping" ? linked.mapping : linked;
  const files = { file, included: included.map((other) => other.file) };
  const { shown, silenced } = applySuppressions(files, found, linked.kind === "refused");
  return { findings: [...shown].sort((a, b) => compareFindings(a, b, file.path)), silenced };
}

function compareFindings(a: Finding, b: Finding, own: string): number {
  if (a.file !== b.file) {
    if (a.file === own) return -1;
    if (b.file === own) return 1;
    return a.file < b.file ? -1 : 1;
  }
  return a.span.start - b.span.start || a.span.end - b.span.end;
}
