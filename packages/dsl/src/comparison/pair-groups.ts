import type { Verdict } from "../matching/verdict.js";
import type { Rule } from "../model/mapping.js";
import { verdictKeyOf } from "../model/one-verdict.js";
import type { BothMappings } from "./both-mappings.js";
import type { DecidingPair } from "./deciding-pairs.js";
import { MONEY_ORDER, type MoneyChange, moneyOf } from "./verdict-difference.js";

/** Pairs of rules that give the same two verdicts. */
export interface PairGroup {
  /** What it means if a response gets the one verdict for the other. */
  readonly money: MoneyChange;
  readonly pairs: readonly [DecidingPair, ...DecidingPair[]];
}

interface GrowingGroup extends PairGroup {
  readonly pairs: [DecidingPair, ...DecidingPair[]];
}

/** What the rules of two mappings give, as numbers: equal for those of which captures alone can differ. */
export class PairGroups {
  readonly #both: BothMappings;
  readonly #numbers = new Map<string, number>();
  readonly #before: readonly number[];
  readonly #after: readonly number[];

  constructor(both: BothMappings) {
    this.#both = both;
    const numberOf = ({ model }: Rule): number => {
      const key = verdictKeyOf(model);
      const number = this.#numbers.get(key) ?? this.#numbers.size + 1;
      this.#numbers.set(key, number);
      return number;
    };
    this.#before = both.before.rules.map(numberOf);
    this.#after = both.after.rules.map(numberOf);
  }

  /** Whether the verdicts of both can differ in captures alone; no rule gives one verdict, too. */
  areOfOneVerdict(pair: DecidingPair): boolean {
    return this.#given(pair).before === this.#given(pair).after;
  }

  /** Of the pairs those that differ in more, in groups by their verdicts, money first. */
  byVerdicts(pairs: readonly DecidingPair[]): readonly PairGroup[] {
    const groups = new Map<number, GrowingGroup>();
    for (const pair of pairs) {
      const { before, after } = this.#given(pair);
      if (before === after) continue;
      const key = before * (this.#numbers.size + 1) + after;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { money: this.#moneyOf(pair), pairs: [pair] });
      else group.pairs.push(pair);
    }
    const ordered = [...groups.values()];
    return MONEY_ORDER.flatMap((money) => ordered.filter((group) => group.money === money));
  }

  #given({ before, after }: DecidingPair): { readonly before: number; readonly after: number } {
    return {
      before: before === null ? NO_RULE : (this.#before[before] ?? NO_RULE),
      after: after === null ? NO_RULE : (this.#after[after] ?? NO_RULE),
    };
  }

  #moneyOf({ before, after }: DecidingPair): MoneyChange {
    return moneyOf(outcomeOf(this.#both.ruleBefore(before)), outcomeOf(this.#both.ruleAfter(after)));
  }
}

/** The number of what is given where no rule holds. */
const NO_RULE = 0;

function outcomeOf(rule: Rule | null): Pick<Verdict, "outcome"> {
  return { outcome: rule?.model.outcome ?? "unmapped" };
}
