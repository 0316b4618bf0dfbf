import { addToGroup } from "../../incremental/groups.js";
import { memoized } from "../../incremental/memoized.js";
import { StepBudget, type Steps } from "../../incremental/steps.js";
import { describeField, type Field } from "../../model/field.js";
import type { RuleModel } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { MadeResponse } from "../../reachability/responses.js";
import { LikelyLists } from "./listed-fields.js";
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

/** What a rule below costs at a guess, in microseconds, and each success rule above it that is thought of. */
const PER_RULE = 1;

/**
 * The conflicts of the own file's refusal rules, one each. Of two refusals the first in the list of rules is as good as the
 * other, and where the refusal stands above it is on the safe side: only a success above hides something.
 */
export function* listConflicts(search: PairSearch): Steps<readonly ListConflict[]> {
  const budget = new StepBudget();
  const found: ListConflict[] = [];
  const successes = new Map<string, PlacedRule[]>();
  for (const rule of search.successesBefore(MOST_ABOVE))
    for (const key of listedFieldsOf(rule.model).keys()) addToGroup(successes, key, rule);
  if (successes.size === 0) return found;
  const lists = new LikelyLists(search.recorded.examples);
  for (const rule of search.rulesFrom(0, Infinity)) {
    if (budget.isSpentBy(PER_RULE)) yield;
    if (rule.model.outcome === "success" || !rule.isOwn) continue;
    const conflict = yield* conflictOf(rule, { successes, lists, search, budget });
    if (conflict !== null) found.push(conflict);
  }
  return found;
}

/** What the refusal rules are held against. */
interface Searched {
  /** By the key of a field that they ask for one of several values, in their order. */
  readonly successes: ReadonlyMap<string, readonly PlacedRule[]>;
  readonly lists: LikelyLists;
  readonly search: PairSearch;
  readonly budget: StepBudget;
}

/** The conflict with the first success above that has one, field by field as the refusal asks for them. */
function* conflictOf(
  lower: PlacedRule,
  { successes, lists, search, budget }: Searched,
): Steps<ListConflict | null> {
  const { recorded } = search;
  const tried = new Set<PlacedRule>();
  for (const field of listedFieldsOf(lower.model).values()) {
    const asking = successes.get(field.key);
    if (asking === undefined) continue;
    const { isLikely, microseconds } = lists.lookAt(field);
    if (budget.isSpentBy(microseconds)) yield;
    if (!isLikely) continue;
    for (const upper of asking) {
      if (upper.place > lower.place) break;
      if (budget.isSpentBy(PER_RULE)) yield;
      if (tried.size === MOST_TRIED) return null;
      if (tried.has(upper) || recorded.areMeantSo(upper.model, lower.model)) continue;
      if (search.isExhausted) {
        search.leave(lower);
        return null;
      }
      tried.add(upper);
      const { response, microseconds } = search.find(upper, lower, [...recorded.heldBy(upper.model)]);
      if (budget.isSpentBy(microseconds)) yield;
      if (response !== null) return { upper: upper.place, lower: lower.place, field, response };
    }
  }
  return null;
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
