import type { LosingRule, SuccessBeforeReject } from "../../findings/catalogue/success-before-reject.js";
import type { FileModel, Rule } from "../../model/mapping.js";
import { normalisedStatement } from "../../syntax/normalised-statement.js";
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
    const [first, ...further] = left;
    if (first === undefined) continue;
    const { refusal, response } = first;
    const { status, body, subject } = response;
    const { move, fixes } = offerMove(refusal, rule, analysed, moves);
    const parameters: SuccessBeforeReject = {
      status,
      body,
      losing: [losingRule(refusal, file), ...further.map((one) => losingRule(one.refusal, file))],
      verdict: verdictBy(refusal, subject),
      move,
    };
    yield findingAt({ name: "success-before-reject", parameters }, rule, rule.model.condition.span, {
      related: [relatedPlace(refusal, refusal.model.condition.span, "this rule holds for it, too")],
      witness: { status, body },
      fixesInFile: [...fixes, ...narrowRuleFor(refusal, rule, analysed, narrowings)],
    });
  }
});

function losingRule(rule: Rule, seenFrom: FileModel): LosingRule {
  const { file, statement } = rule;
  return {
    line: linePlace(rule, seenFrom),
    get statement() {
      return normalisedStatement(file.tree, statement.start);
    },
  };
}
