import type { Verdict } from "../matching/verdict.js";
import type { Rule } from "../model/mapping.js";
import { giveOneVerdict, verdictKeyOf } from "../model/one-verdict.js";
import type { ComparedMapping } from "./compared-mapping.js";
import type { DecidingPair } from "./deciding-pairs.js";
import { MONEY_ORDER, type MoneyChange, moneyOf } from "./verdict-difference.js";

/** Pairs of rules that give the same two verdicts. */
export interface PairGroup {
  /** What it means if a response gets the one verdict for the other. */
  readonly money: MoneyChange;
  readonly pairs: readonly [DecidingPair, ...DecidingPair[]];
}

/** Pairs that give one verdict, of which captures alone can differ, and the others in groups by their verdicts, money first. */
export function groupsByVerdicts(
  pairs: readonly DecidingPair[],
  before: ComparedMapping,
  after: ComparedMapping,
): readonly PairGroup[] {
  const groups = new Map<
    string,
    { readonly money: MoneyChange; readonly pairs: [DecidingPair, ...DecidingPair[]] }
  >();
  for (const pair of pairs) {
    const [old, now] = [before.ruleAt(pair.before), after.ruleAt(pair.after)];
    if (areOfOneVerdict(old, now)) continue;
    const key = JSON.stringify([keyOf(old), keyOf(now)]);
    const group = groups.get(key);
    if (group === undefined)
      groups.set(key, { money: moneyOf(outcomeOf(old), outcomeOf(now)), pairs: [pair] });
    else group.pairs.push(pair);
  }
  return [...groups.values()].sort((a, b) => MONEY_ORDER.indexOf(a.money) - MONEY_ORDER.indexOf(b.money));
}

/** Whether the verdicts of both can differ in captures alone; no rule gives one verdict, too. */
export function areOfOneVerdict(one: Rule | null, other: Rule | null): boolean {
  return one === null || other === null ? one === other : giveOneVerdict(one.model, other.model);
}

function keyOf(rule: Rule | null): string | null {
  return rule === null ? null : verdictKeyOf(rule.model);
}

function outcomeOf(rule: Rule | null): Pick<Verdict, "outcome"> {
  return { outcome: rule?.model.outcome ?? "unmapped" };
}
