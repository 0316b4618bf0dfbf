import { subjectOf } from "../../bodies/example-subject.js";
import type { ExampleModel, Test } from "../../model/mapping.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { canTryExamples, examplesLeftFor } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { successTests } from "../samples/success-tests.js";
import { firstMeeting, isShown, MOST_CHARACTERS, meantExamples, requirementsFor } from "./replaced-test.js";

/**
 * The test that the recorded successes suggest in the place of all that a success rule asks: for a rule that takes none of
 * them.
 */
export function successTestInstead(facts: RuleFacts, rule: CheckedRule): string | null {
  if (rule.model.outcome !== "success" || !facts.ask(canTryExamples, rule)) return null;
  const right = meantExamples(facts, rule);
  const left = facts.ask(examplesLeftFor, rule);
  if (right.length === 0 || totalLength(left) > MOST_CHARACTERS) return null;
  const meant = new Set(right);
  const wrong = left.filter((example) => !meant.has(example));
  return firstMeeting(
    { right: right.map(subjectOf), wrong: wrong.map(subjectOf) },
    successTests(right, false),
  );
}

function totalLength(examples: readonly ExampleModel[]): number {
  return examples.reduce((sum, { body }) => sum + body.length, 0);
}

/**
 * The test that the recorded successes suggest for a success rule in the place of one of its tests, or beside all of them for
 * `null`; only by a field whose value surely says it where `isSure`. Null for other rules, where no success is recorded that the
 * rule takes, and where the examples speak against all.
 */
export function successTestFor(
  facts: RuleFacts,
  rule: CheckedRule,
  old: Test | null,
  { isSure = false }: { readonly isSure?: boolean } = {},
): string | null {
  if (rule.model.outcome !== "success" || old?.negated === true) return null;
  const requirements = requirementsFor(facts, rule, old);
  if (requirements === null || !isShown(requirements)) return null;
  return firstMeeting(requirements, successTests(meantExamples(facts, rule), isSure));
}
