import type { Finding } from "../findings/finding.js";
import { StepBudget, type Steps } from "../incremental/steps.js";
import type { RuleOrder } from "../model/rule-order.js";
import type { AnalysedMapping } from "./analysed-mapping.js";
import type { Check } from "./check-definition.js";
import type { CheckedRule } from "./facts/checked-rule.js";
import { type RecordedAnswer, RuleFacts } from "./facts/rule-facts.js";
import { placeFinding, type StatementFinder, type UnplacedFinding } from "./placing/unplaced-finding.js";

type RuleCheck = Extract<Check, { of: "rule" }>;

/** What the checks found for a rule, and what they asked to find it. */
interface CheckedOnce {
  readonly answers: readonly RecordedAnswer[];
  readonly findings: readonly UnplacedFinding[];
}

/** What was found for each of a mapping's rules. It knows no file, so it can outlive the version of a text. */
export interface RuleFindings {
  readonly order: RuleOrder;
  /** By the rule's place; undefined for rules of included files. */
  readonly checked: readonly (CheckedOnce | undefined)[];
}

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
  const findings: Finding[] = [];
  const checked: (CheckedOnce | undefined)[] = [];
  const find: StatementFinder = (statement) => analysed.find(statement);
  const budget = new StepBudget();
  for (const [place, rule] of mapping.rules.entries()) {
    if (rule.file.path !== mapping.file.path) {
      checked.push(undefined);
      continue;
    }
    const nth = order.nthAt(place);
    const known = earlier?.checked[earlier.order.placeOf(rule.model, nth) ?? -1];
    const isKnown = known?.answers.every((answer) => answer.isStillTrue(analysed)) === true;
    const result = isKnown
      ? known
      : checkOnce(checks, { model: rule.model, syntax: rule.statement.syntax, nth }, analysed);
    checked.push(result);
    for (const finding of result.findings) findings.push(placeFinding(finding, rule, find));
    if (budget.isSpentBy(isKnown ? 1 : 30)) yield;
  }
  return { findings, kept: { order, checked } };
}

function checkOnce(checks: readonly RuleCheck[], rule: CheckedRule, analysed: AnalysedMapping): CheckedOnce {
  const facts = new RuleFacts(analysed);
  const findings = checks.flatMap(({ find }) => [...find(rule, facts)]);
  findings.sort((a, b) => a.span.from - b.span.from);
  return { answers: facts.answers, findings };
}
