import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { isFirstRule, takenFrom, useOf } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { RELATED_LINE, SECOND_LINE, type UnplacedFinding } from "../placing/unplaced-finding.js";

/**
 * A file without any example is told so once, at its first rule: what is missing there is the same for every rule. A rule
 * for which a failing example is meant is named where that fails.
 */
export const checkUntestedRule = checkOfRules(function* (rule, facts) {
  const span = rule.model.outcomeSpan;
  switch (facts.ask(useOf, rule)) {
    case "decides":
    case "is-meant-by-failing":
    // Nothing could be an example of it.
    case "never-decides":
      return;
    case "no-examples":
      if (facts.ask(isFirstRule, rule))
        yield { name: "untested-rule", parameters: { isFileWithout: true, taken: null }, span };
      return;
    case "decides-none":
      yield untested(rule, facts);
  }
});

function untested(rule: CheckedRule, facts: RuleFacts): UnplacedFinding {
  const own = { name: "untested-rule", span: rule.model.outcomeSpan } as const;
  const taken = facts.ask(takenFrom, rule);
  if (taken === null) return { ...own, parameters: { isFileWithout: false, taken: null } };
  const { example, by } = taken;
  return {
    ...own,
    parameters: { isFileWithout: false, taken: { example: RELATED_LINE, rule: SECOND_LINE } },
    related: {
      of: { model: example, nth: 0 },
      span: example.bodySpan,
      message: "the rule holds for this example, too",
    },
    second: { of: { model: by, nth: 0 }, span: by.condition.span, message: "this rule decides it" },
  };
}
