import type { LocalFix } from "../../findings/finding.js";
import { replaceWith } from "../../findings/finding.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { ExampleModel, RuleModel, StatusRange } from "../../model/mapping.js";
import type { LocalSpan } from "../../text/span.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { examplesOf } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { shownTest } from "../suggested-tests/shown-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";

/** The ranges of statuses that say no more than that the request arrived; the most usual first. */
const RECEIVED: readonly { readonly first: number; readonly last: number }[] = [
  { first: 200, last: 200 },
  { first: 202, last: 203 },
  // A form answers with the same redirect whether it took what was sent or not.
  { first: 300, last: 399 },
];

export const checkSuccessByStatusAlone = checkOfRules(function* (rule, facts) {
  const { model } = rule;
  const received = model.outcome === "success" ? receivedIn(model) : null;
  if (received === null || areRefusalsElsewhere(rule, facts.ask(examplesOf))) return;
  const parameters = { status: received.status };
  const fixes = [...bodyTest(facts, rule)];
  yield { name: "success-by-status-alone", parameters, span: received.span, fixes };
});

/**
 * A status that a rule without another test takes, and the range that holds it, or the whole condition where a `not` lets it
 * pass; null for other rules.
 */
function receivedIn({ condition }: RuleModel): { readonly status: number; readonly span: LocalSpan } | null {
  if (condition.kind === "otherwise" || condition.tests.some(({ test }) => test.kind !== "status"))
    return null;
  const ranges = condition.tests.flatMap(({ negated, test }) =>
    test.kind === "status" ? test.ranges.map((range) => ({ ...range, negated })) : [],
  );
  const wanted = ranges.filter(({ negated }) => !negated);
  for (const received of RECEIVED) {
    const status = takenStatus(ranges, received);
    const subject = new Subject({ status });
    if (!condition.tests.every((test) => testHolds(test, subject))) continue;
    const span = wanted.find(({ first, last }) => first <= status && status <= last)?.span;
    return { status, span: span ?? condition.span };
  }
  return null;
}

/** The first status of the range that the rule names, or its first. */
function takenStatus(named: readonly StatusRange[], { first, last }: (typeof RECEIVED)[number]): number {
  const common = named.filter((range) => range.first <= last && first <= range.last);
  return common.length === 0 ? first : Math.min(...common.map((range) => Math.max(range.first, first)));
}

/** Whether the system says no by the status, as far as the examples show: there are refusals, and none with such a status. */
function areRefusalsElsewhere(
  { model: { condition } }: CheckedRule,
  examples: readonly ExampleModel[],
): boolean {
  if (condition.kind === "otherwise") return false;
  const refusals = examples.filter(({ verdict }) => verdict.outcome === "reject");
  return (
    refusals.length > 0 &&
    refusals.every((example) => {
      const subject = new Subject({ status: example.status });
      return !condition.tests.every((test) => testHolds(test, subject));
    })
  );
}

/** What the recorded successes say in their bodies. */
function* bodyTest(facts: RuleFacts, rule: CheckedRule): Iterable<LocalFix> {
  const written = successTestFor(facts, rule, null);
  if (written === null) return;
  const { to } = rule.model.condition.span;
  yield replaceWith({ from: to, to }, ` and ${written}`, `Add and ${shownTest(written)}`, "suggested");
}
