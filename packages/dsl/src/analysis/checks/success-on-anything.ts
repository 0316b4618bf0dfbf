import type { Witness } from "../../findings/finding.js";
import { ruleHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { RuleModel } from "../../model/mapping.js";
import { checkOfRules } from "../check-definition.js";
import { statusFor } from "../witnesses/status-for.js";
import { unrelatedBody } from "../witnesses/unrelated-body.js";

export const checkSuccessOnAnything = checkOfRules(function* ({ model }) {
  const witness = model.outcome === "success" ? witnessFor(model) : null;
  if (witness === null) return;
  const { condition } = model;
  const parameters = { otherwise: condition.kind === "otherwise", ...witness };
  yield { name: "success-on-anything", parameters, span: condition.span, witness };
});

/** A response that has nothing to do with the rule, and that it takes as it takes an empty body. */
function witnessFor(model: RuleModel): Witness | null {
  const status = testsBody(model) ? statusFor(model.condition) : undefined;
  if (status === undefined || !ruleHolds(model, new Subject({ status, body: "" }))) return null;
  const body = unrelatedBody(model.condition);
  return body !== null && ruleHolds(model, new Subject({ status, body })) ? { status, body } : null;
}

function testsBody({ condition }: RuleModel): boolean {
  return condition.kind === "otherwise" || condition.tests.some(({ test }) => test.kind !== "status");
}
