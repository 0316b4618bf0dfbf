import { checkOfRules } from "../check-definition.js";
import { decidedBy } from "../facts/questions.js";

/** A file without any example is told so at each of its rules, too: an editor shows at a rule what is missing there. */
export const checkUntestedRule = checkOfRules(function* (rule, facts) {
  if (facts.ask(decidedBy, rule).length > 0) return;
  yield { name: "untested-rule", parameters: {}, span: rule.model.outcomeSpan };
});
