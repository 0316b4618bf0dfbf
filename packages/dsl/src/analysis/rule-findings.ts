import type { Finding } from "../findings/finding.js";
import { changedStretch } from "../incremental/list-changes.js";
import { StepBudget, type Steps } from "../incremental/steps.js";
import type { Rule } from "../model/mapping.js";
import type { RuleOrder } from "../model/rule-order.js";
import type { AnalysedMapping } from "./analysed-mapping.js";
import type { Check } from "./check-definition.js";
import { type RecordedAnswer, RuleFacts } from "./facts/rule-facts.js";
import { placeFinding, type StatementFinder, type UnplacedFinding } from "./placing/unplaced-finding.js";

type RuleCheck = Extract<Check, { of: "rule" }>;

/** What the checks found for a rule, and what they asked to find it. */
interface CheckedOnce {
  readonly answers: readonly RecordedAnswer[];
  readonly findings: readonly UnplacedFinding[];
  /** The findings in their places, for as long as the rule stands where it stood. */
  placed: PlacedFindings | null;
}

interface PlacedFindings {
  readonly start: number;
  readonly file: string;
  readonly findings: readonly Finding[];
}

/** What was found for each of a mapping's rules. It knows no file, so it can outlive the version of a text. */
export interface RuleFindings {
  readonly order: RuleOrder;
  /** By the rule's place; undefined for rules of included files. */
  readonly checked: readonly (CheckedOnce | undefined)[];
}

/** What a rule costs at a guess, in microseconds, if it was checked before, or not. */
const KNOWN = 1;
const CHECKED = 30;

/**
 * Checks the rules of the mapping's own file, in their order. A rule for which all that was asked has the same answers as
 * in `earlier` is not looked at again.
 */
export function* checkRules(
  checks: readonly RuleCheck[],
  analysed: AnalysedMapping,
  earlier: RuleFindings | null,
): Steps<{ readonly findings: readonly Finding[]; readonly kept: RuleFindings }> {
  const { mapping, order } = analysed;
  const run = new CheckRun(checks, analysed, earlier);
  const budget = new StepBudget();
  for (let place = 0; place < mapping.rules.length; place++) {
    const cost = run.check(place);
    if (budget.isSpentBy(cost)) yield;
  }
  return { findings: run.findings, kept: { order, checked: run.checked } };
}

/** Goes through the rules one by one. */
class CheckRun {
  readonly findings: Finding[] = [];
  readonly checked: (CheckedOnce | undefined)[] = [];
  readonly #checks: readonly RuleCheck[];
  readonly #analysed: AnalysedMapping;
  readonly #knownAt: (place: number) => CheckedOnce | undefined;
  readonly #find: StatementFinder = (statement) => this.#analysed.find(statement);

  constructor(checks: readonly RuleCheck[], analysed: AnalysedMapping, earlier: RuleFindings | null) {
    this.#checks = checks;
    this.#analysed = analysed;
    this.#knownAt = earlier === null ? () => undefined : knownBefore(earlier, analysed.order);
  }

  /** Checks the rule at a place, which comes behind all that were checked; gives what it cost at a guess, in microseconds. */
  check(place: number): number {
    const analysed = this.#analysed;
    const { file, rules } = analysed.mapping;
    const rule = rules[place];
    if (rule === undefined || rule.file.path !== file.path) {
      this.checked.push(undefined);
      return KNOWN;
    }
    const known = this.#knownAt(place);
    const isKnown = known !== undefined && areStillTrue(known.answers, analysed);
    const result = isKnown ? known : this.#checkOnce(rule, analysed.order.nthAt(place));
    this.checked.push(result);
    if (result.findings.length > 0)
      for (const finding of this.#place(result, rule)) this.findings.push(finding);
    return isKnown ? KNOWN : CHECKED;
  }

  #checkOnce({ model, statement: { syntax } }: Rule, nth: number): CheckedOnce {
    const facts = new RuleFacts(this.#analysed);
    const findings = this.#checks.flatMap(({ find }) => [...find({ model, syntax, nth }, facts)]);
    findings.sort((a, b) => a.span.from - b.span.from);
    return { answers: facts.answers, findings, placed: null };
  }

  #place(checked: CheckedOnce, rule: Rule): readonly Finding[] {
    const { start } = rule.statement;
    const { path } = rule.file;
    const { placed } = checked;
    if (placed !== null && placed.start === start && placed.file === path) return placed.findings;
    const findings = checked.findings.map((finding) => placeFinding(finding, rule, this.#find));
    // Another statement, which a finding names, may stand elsewhere next time.
    const dependsOnRule = checked.findings.every(({ related = null }) => related === null);
    checked.placed = dependsOnRule ? { start, file: path, findings } : null;
    return findings;
  }
}

function areStillTrue(answers: readonly RecordedAnswer[], analysed: AnalysedMapping): boolean {
  for (const answer of answers) if (!answer.isStillTrue(analysed)) return false;
  return true;
}

/** Tells what was known of the rule that now stands at a place. */
function knownBefore(
  { order: earlier, checked }: RuleFindings,
  order: RuleOrder,
): (place: number) => CheckedOnce | undefined {
  const { start, before, after } = changedStretch(earlier.models, order.models);
  const haveEqualRules = earlier.distinct !== earlier.models || order.distinct !== order.models;
  return (place) => {
    const isBehind = place >= start + after.length;
    if (!haveEqualRules && place < start) return checked[place];
    if (!haveEqualRules && isBehind) return checked[place - after.length + before.length];
    const model = order.models[place];
    return model === undefined ? undefined : checked[earlier.placeOf(model, order.nthAt(place)) ?? -1];
  };
}
