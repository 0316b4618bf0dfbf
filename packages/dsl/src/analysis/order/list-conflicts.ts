import { memoized } from "../../incremental/memoized.js";
import { StepBudget, type Steps } from "../../incremental/steps.js";
import { describeField, type Field } from "../../model/field.js";
import type { RuleModel } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { MadeResponse } from "../../reachability/responses.js";
import { isLikelyList } from "./listed-fields.js";
import { MOST_ABOVE, type PairSearch, type PlacedRule } from "./pair-search.js";

/** A success rule and a refusal rule below it that ask one field for different values, of which it can pick both. */
export interface ListConflict {
  /** The places of the rules among the mapping's. */
  readonly upper: number;
  readonly lower: number;
  /** The field as the lower rule has it. */
  readonly field: Field;
  /** Both hold for it, and the upper one decides. */
  readonly response: MadeResponse;
}

/** Success rules that are tried with one rule below at most. */
const MOST_TRIED = 3;

/**
 * The conflicts of the own file's refusal rules, one each. Of two refusals the first in the list of rules is as good as the
 * other, and where the refusal stands above it is on the safe side: only a success above hides something.
 */
export function* listConflicts(search: PairSearch): Steps<readonly ListConflict[]> {
  const budget = new StepBudget();
  const found: ListConflict[] = [];
  const successes = Array.from(search.rulesFrom(0, MOST_ABOVE)).filter(
    ({ model }) => model.outcome === "success" && listedFieldsOf(model).size > 0,
  );
  const [first] = successes;
  if (first === undefined) return found;
  for (const rule of search.rulesFrom(first.place + 1, Infinity)) {
    if (rule.model.outcome === "success" || !rule.isOwn) continue;
    for (const { upper, field } of candidates(rule, successes, search)) {
      if (search.isExhausted) return found;
      const { response, microseconds } = search.find(upper, rule, [...search.recorded.heldBy(upper.model)]);
      if (budget.isSpentBy(microseconds)) yield;
      if (response === null) continue;
      found.push({ upper: upper.place, lower: rule.place, field, response });
      break;
    }
  }
  return found;
}

function candidates(
  { place, model: lower }: PlacedRule,
  successes: readonly PlacedRule[],
  { recorded }: PairSearch,
): readonly { readonly upper: PlacedRule; readonly field: Field }[] {
  const asked = listedFieldsOf(lower);
  if (asked.size === 0) return [];
  const found: { readonly upper: PlacedRule; readonly field: Field }[] = [];
  for (const upper of successes) {
    if (upper.place > place) break;
    const common = Array.from(asked.values()).find((field) => listedFieldsOf(upper.model).has(field.key));
    if (common === undefined || !isLikelyList(common, recorded.examples)) continue;
    if (recorded.areMeantSo(upper.model, lower)) continue;
    found.push({ upper, field: common });
    if (found.length === MOST_TRIED) break;
  }
  return found;
}

/** The fields that can pick several values and that the rule asks for one of them, by their keys. */
const listedFieldsOf = memoized(({ condition }: RuleModel): ReadonlyMap<string, Field> => {
  const fields = testsOf(condition).flatMap(({ negated, test }) =>
    !negated && (test.kind === "text" || test.kind === "number") && test.field !== null ? [test.field] : [],
  );
  return new Map(
    fields.flatMap((field) => (describeField(field).picksOneAtMost ? [] : [[field.key, field] as const])),
  );
});
