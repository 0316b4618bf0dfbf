import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { RuleModel } from "../../model/mapping.js";
import type { LocalSpan } from "../../text/span.js";
import { checkOfRules } from "../check-definition.js";

/** The status that most systems answer with, whatever they say. */
const USUAL_STATUS = 200;

export const checkSuccessByStatusAlone = checkOfRules(function* ({ model }) {
  const span = model.outcome === "success" ? usualStatusIn(model) : null;
  if (span !== null) yield { name: "success-by-status-alone", parameters: {}, span };
});

/** The range that holds the usual status, or the whole condition where a `not` lets it pass; null for other rules. */
function usualStatusIn({ condition }: RuleModel): LocalSpan | null {
  if (condition.kind === "otherwise") return null;
  const usual = new Subject({ status: USUAL_STATUS });
  const alone = condition.tests.every((test) => test.test.kind === "status" && testHolds(test, usual));
  if (!alone) return null;
  for (const { negated, test } of condition.tests) {
    if (negated || test.kind !== "status") continue;
    const range = test.ranges.find(({ first, last }) => first <= USUAL_STATUS && USUAL_STATUS <= last);
    if (range !== undefined) return range.span;
  }
  return condition.span;
}
