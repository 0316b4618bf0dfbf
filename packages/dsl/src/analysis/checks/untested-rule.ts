import { checkOfRules } from "../check-definition.js";
import { isFirstRule, useOf } from "../facts/questions.js";

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
        yield { name: "untested-rule", parameters: { isFileWithout: true }, span };
      return;
    case "decides-none":
      yield { name: "untested-rule", parameters: { isFileWithout: false }, span };
  }
});
