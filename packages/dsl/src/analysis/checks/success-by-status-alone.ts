import type { LocalFix } from "../../findings/finding.js";
import { replaceWith } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { ExampleModel } from "../../model/mapping.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { examplesOf } from "../facts/questions.js";
import { receivedIn } from "../facts/received-status.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { successTestFor } from "../suggested-tests/success-test.js";

export const checkSuccessByStatusAlone = checkOfRules(function* (rule, facts) {
  const { model } = rule;
  const received = model.outcome === "success" ? receivedIn(model) : null;
  if (received === null || areRefusalsElsewhere(rule, facts.ask(examplesOf))) return;
  const parameters = { status: received.status };
  const fixes = [...bodyTest(facts, rule)];
  yield { name: "success-by-status-alone", parameters, span: received.span, fixes };
});

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
  yield replaceWith({ from: to, to }, ` and ${written}`, `Add and ${shownSource(written)}`, "suggested");
}
