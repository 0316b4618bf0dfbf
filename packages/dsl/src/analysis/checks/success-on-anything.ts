import { bodyKindOf } from "../../bodies/body-kind.js";
import { readExample } from "../../bodies/read-example.js";
import { isMadeUp } from "../../examples/made-up.js";
import { type LocalFix, replaceWith, type Witness } from "../../findings/finding.js";
import { shownSource } from "../../findings/quoted.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { RuleModel } from "../../model/mapping.js";
import { fieldOfTest, testsOf } from "../../model/rule-parts.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { decidedBy } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { firstFitting } from "../suggested-tests/replaced-test.js";
import { successTestFor, successTestInstead } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { statusFor } from "../witnesses/status-for.js";
import { unrelatedBody } from "../witnesses/unrelated-body.js";

export const checkSuccessOnAnything = checkOfRules(function* (rule, facts) {
  const { model } = rule;
  const found = model.outcome === "success" ? witnessFor(model) : null;
  if (found === null || isMeant(facts, rule)) return;
  const { condition } = model;
  const fixes = [...fixesFor(facts, rule)];
  const parameters = { otherwise: condition.kind === "otherwise", better: fixes[0]?.title ?? null, ...found };
  const { status, body } = found;
  yield { name: "success-on-anything", parameters, span: condition.span, witness: { status, body }, fixes };
});

/** A response that has nothing to do with the rule, and that it takes; and whether it takes an empty body, too. */
function witnessFor(model: RuleModel): (Witness & { readonly takesEmpty: boolean }) | null {
  const status = testsBody(model) ? statusFor(model.condition) : undefined;
  const body = status === undefined ? null : unrelatedBody(model.condition);
  if (status === undefined || body === null || !ruleHolds(model, new Subject({ status, body }))) return null;
  return { status, body, takesEmpty: ruleHolds(model, new Subject({ status, body: "" })) };
}

function testsBody({ condition }: RuleModel): boolean {
  return condition.kind === "otherwise" || testsOf(condition).some(({ test }) => test.kind !== "status");
}

/**
 * Whether an example shows that an answer without content is a success by this very rule, or one in plain words by a rule
 * that asks for fields.
 */
function isMeant(facts: RuleFacts, rule: CheckedRule): boolean {
  return facts.ask(decidedBy, rule).some(({ example, difference }) => {
    if (difference !== null || isMadeUp(example)) return false;
    const kind = bodyKindOf(example.body);
    return kind === "empty" || (kind === "text" && readExample(example) === null && asksForFields(rule));
  });
}

function asksForFields({ model: { condition } }: CheckedRule): boolean {
  const ofBody = testsOf(condition).filter(({ test }) => test.kind !== "status");
  return ofBody.length > 0 && ofBody.every(({ test }) => fieldOfTest(test) !== null);
}

function* fixesFor(facts: RuleFacts, rule: CheckedRule): Iterable<LocalFix> {
  const { condition } = rule.model;
  // `empty` also holds where nothing can be read; the field may be there each time, and be empty.
  for (const test of testsOf(condition)) {
    if (test.negated || test.test.kind !== "empty") continue;
    const { from, to } = test.test.field.span;
    const written = firstFitting(facts, rule, test, [`${rule.syntax.text.slice(from, to)} exact ""`]);
    if (written !== null && isDecided(facts, rule)) yield suggestTest(test.span, written);
  }
  const written = successTestFor(facts, rule, null);
  if (written === null) {
    const instead = successTestInstead(facts, rule);
    if (instead !== null)
      yield replaceWith(condition.span, instead, `Write ${shownSource(instead)}`, "suggested");
    return;
  }
  if (condition.kind === "otherwise") {
    yield replaceWith(condition.span, written, `Write ${shownSource(written)}`, "suggested");
    return;
  }
  const { to } = condition.span;
  yield replaceWith({ from: to, to }, ` and ${written}`, `Add and ${shownSource(written)}`, "suggested");
}

function isDecided(facts: RuleFacts, rule: CheckedRule): boolean {
  return facts.ask(decidedBy, rule).some(({ difference }) => difference === null);
}
