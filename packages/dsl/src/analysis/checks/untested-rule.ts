import { checkOfRules } from "../check-definition.js";
import { decidedBy, hasExamples, isFirstRule, isMeantByFailing } from "../facts/questions.js";

/**
 * A file without any example is told so once, at its first rule: what is missing there is the same for every rule. A rule
 * for which a failing example is meant is named where that fails.
 */
export const checkUntestedRule = checkOfRules(function* (rule, facts) {
  const span = rule.model.outcomeSpan;
  if (!facts.ask(hasExamples)) {
    if (facts.ask(isFirstRule, rule))
      yield { name: "untested-rule", parameters: { isFileWithout: true }, span };
    return;
  }
  if (facts.ask(decidedBy, rule).length > 0 || facts.ask(isMeantByFailing, rule)) return;
  yield { name: "untested-rule", parameters: { isFileWithout: false }, span };
});
