import { checkOfMapping } from "../check-definition.js";
import { offerMove } from "../order/offered-move.js";
import { SaidOfRules } from "../order/said-already.js";
import { verdictBy } from "../order/verdict-by.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { narrowRuleFor } from "../suggested-statements/narrowed-rule.js";
import { Trials } from "../suggested-statements/trials.js";

export const checkSuccessBeforeReject = checkOfMapping(function* (analysed, found) {
  const { rules, file } = analysed.mapping;
  const { taken, lists } = analysed.knowledge.pairs;
  const said = new SaidOfRules(rules, found);
  const [moves, narrowings] = [new Trials(), new Trials()];
  for (const { success, refusals } of taken) {
    const rule = rules[success];
    if (rule === undefined) continue;
    const left = refusals.flatMap(({ place, response }) => {
      const refusal = rules[place];
      const isList = lists.some(({ upper, lower }) => upper === success && lower === place);
      return refusal === undefined || isList || said.isSaidOfPair(rule, refusal)
        ? []
        : [{ refusal, response }];
    });
    const [first] = left;
    if (first === undefined) continue;
    const { refusal, response } = first;
    const { status, body, subject } = response;
    const { move, fixes } = offerMove(refusal, rule, analysed, moves);
    const parameters = {
      status,
      body,
      line: linePlace(refusal, file),
      verdict: verdictBy(refusal, subject),
      more: left.length - 1,
      move,
    };
    yield findingAt({ name: "success-before-reject", parameters }, rule, rule.model.condition.span, {
      related: [relatedPlace(refusal, refusal.model.condition.span, "this rule holds for it, too")],
      witness: { status, body },
      fixesInFile: [...fixes, ...narrowRuleFor(refusal, rule, analysed, narrowings)],
    });
  }
});
