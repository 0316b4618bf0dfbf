import { ownRules } from "../../examples/coverage.js";
import type { Witness } from "../../findings/finding.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Rule, RuleModel } from "../../model/mapping.js";
import { findingAt } from "../analysed-mapping.js";
import type { Check } from "../check-definition.js";
import { statusFor } from "../status-for.js";
import { unrelatedBody } from "../unrelated-body.js";

export const checkSuccessOnAnything: Check = function* ({ mapping }) {
  for (const rule of ownRules(mapping)) {
    const witness = rule.model.outcome === "success" ? witnessFor(rule) : null;
    if (witness === null) continue;
    const { condition } = rule.model;
    const parameters = { otherwise: condition.kind === "otherwise", ...witness };
    yield findingAt({ name: "success-on-anything", parameters }, rule, condition.span, { witness });
  }
};

/** A response that has nothing to do with the rule, and that it takes as it takes an empty body. */
function witnessFor({ model }: Rule): Witness | null {
  const status = testsBody(model) ? statusFor(model.condition) : undefined;
  if (status === undefined || !ruleHolds(model, new Subject({ status, body: "" }))) return null;
  const body = unrelatedBody(model.condition);
  return body !== null && ruleHolds(model, new Subject({ status, body })) ? { status, body } : null;
}

function testsBody({ condition }: RuleModel): boolean {
  return condition.kind === "otherwise" || condition.tests.some(({ test }) => test.kind !== "status");
}
