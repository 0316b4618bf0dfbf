import type { Fix, RelatedPlace } from "../../findings/finding.js";
import type { Rule } from "../../model/mapping.js";
import { giveOneVerdict } from "../../model/one-verdict.js";
import { PlanTable } from "../../plan/plan-table.js";
import { conditionImplies } from "../../plan/relations/condition-relations.js";
import { conjunctionOf } from "../../reachability/rule-tests.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import { checkOfMapping } from "../check-definition.js";
import { type OfferedMove, offerMove } from "../order/offered-move.js";
import { linePlace } from "../placing/line-place.js";
import { findingAt, relatedPlace } from "../placing/placed-finding.js";
import { deleteRule } from "../suggested-statements/deleted-rule.js";
import { narrowRuleFor } from "../suggested-statements/narrowed-rule.js";
import { Trials } from "../suggested-statements/trials.js";

/** Rules above that a finding names at most. */
const MOST_NAMED = 8;

export const checkUnreachableRule = checkOfMapping(function* (analysed) {
  const { rules, file } = analysed.mapping;
  const [moves, narrowings] = [new Trials(), new Trials()];
  for (const { rule, known } of analysed.remarkableRules()) {
    if (known.answer.kind !== "unreachable") continue;
    const { blockers, areFewest } = known.answer;
    const above = blockers.flatMap((place) => rules[place] ?? []);
    const same = above.filter((other) => giveOneVerdict(other.model, rule.model)).length;
    const { move, fixes } = same === above.length ? NOT_TRIED : offerMoveAbove(rule, above, analysed, moves);
    const lines = above.map((other) => linePlace(other, file));
    const shown =
      lines.length > MOST_NAMED
        ? [...lines.slice(0, MOST_NAMED - 1), `${lines.length - MOST_NAMED + 1} more`]
        : lines;
    const parameters = {
      lines: shown,
      areFewest,
      same: same === 0 ? "none" : same === above.length ? "all" : "some",
      move,
    } as const;
    yield findingAt({ name: "unreachable-rule", parameters }, rule, rule.model.condition.span, {
      related: above.slice(0, MOST_NAMED).map(takesResponses),
      fixesInFile: [...fixes, ...narrowed(rule, above, analysed, narrowings), deleteRule(rule, file)],
    });
  }
});

function takesResponses(rule: Rule): RelatedPlace {
  return relatedPlace(rule, rule.model.condition.span, "this takes responses of the rule below");
}

const NOT_TRIED: OfferedMove = { move: { kind: "untried" }, fixes: [] };

/** Offers to move the rule above the first of the others, unless one of them would then never decide or an example fail. */
function offerMoveAbove(
  rule: Rule,
  above: readonly Rule[],
  analysed: AnalysedMapping,
  trials: Trials,
): OfferedMove {
  const [top] = above;
  const left = above.find((other) => takesAllOf(rule, other));
  if (left !== undefined)
    return { move: { kind: "takes-all", line: linePlace(left, analysed.mapping.file) }, fixes: [] };
  return top === undefined ? NOT_TRIED : offerMove(rule, top, analysed, trials);
}

/** Lets the only rule that takes the responses leave them, unless it would then never decide. */
function narrowed(
  rule: Rule,
  above: readonly Rule[],
  analysed: AnalysedMapping,
  trials: Trials,
): readonly Fix[] {
  const [only, ...others] = above;
  if (only === undefined || others.length > 0 || giveOneVerdict(only.model, rule.model)) return [];
  return takesAllOf(rule, only) ? [] : narrowRuleFor(rule, only, analysed, trials);
}

/** Whether nothing would be left for the one below the other. */
function takesAllOf(upper: Rule, { model }: Rule): boolean {
  const table = new PlanTable();
  return conditionImplies(conjunctionOf(model, table), conjunctionOf(upper.model, table));
}
