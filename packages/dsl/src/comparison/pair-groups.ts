import type { Verdict } from "../matching/verdict.js";
import { givenBy } from "../model/one-verdict.js";
import type { BothMappings } from "./both-mappings.js";
import { type ChangedRule, type DecidingPair, pairWith } from "./deciding-pairs.js";
import { MONEY_ORDER, type MoneyChange, moneyOfOutcomes } from "./verdict-difference.js";

/** Pairs of rules of which nothing makes a difference to people: the same edited rules, and the same two verdicts. */
export interface PairGroup {
  /** What it means if a response gets the one verdict for the other, captures left aside. */
  readonly money: MoneyChange;
  readonly pairs: readonly DecidingPair[];
}

/** The pairs of a changed rule in groups: of very many few are looked at. */
export interface PairGroups {
  readonly count: number;
  /** In how many of them a sale is lost or gained. */
  readonly sales: number;
  /** Money first, and of that one group of each two verdicts before further ones. */
  readonly groups: Iterable<PairGroup>;
}

/** The number of what is given where no rule holds. */
const NO_RULE = 0;

/** What the rules of two mappings give, as numbers: equal for those of which captures alone can differ. */
export class GivenVerdicts {
  readonly #before: readonly number[];
  readonly #after: readonly number[];
  /** By the number of what is given. */
  readonly #outcomes: Verdict["outcome"][] = ["unmapped"];

  constructor({ before, after, unchanged: { oldPlaces } }: BothMappings) {
    const numbers = new Map<string, number>();
    const numberOf = ({ model }: (typeof before.rules)[number]): number => {
      const key = givenBy(model);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = this.#outcomes.push(model.outcome) - 1;
      numbers.set(key, number);
      return number;
    };
    this.#before = before.rules.map(numberOf);
    this.#after = after.rules.map((rule, place) => this.#before[oldPlaces[place] ?? -1] ?? numberOf(rule));
  }

  /** Whether both give one outcome, whatever label; no rule gives one, too. */
  haveOneOutcome({ before, after }: DecidingPair): boolean {
    return this.#outcomeOf(this.#before, before) === this.#outcomeOf(this.#after, after);
  }

  /** The outcome that a changed rule gives. */
  outcomeOfChanged({ side, place }: Pick<ChangedRule, "side" | "place">): Verdict["outcome"] {
    return this.#outcomeOf(side === "before" ? this.#before : this.#after, place);
  }

  /**
   * The pairs of the rule that differ in more than captures: those with a partner that was edited by itself, and those with unedited
   * partners by their verdicts.
   */
  groupsOf(changed: ChangedRule): PairGroups {
    const [ofRule, ofPartners] =
      changed.side === "before" ? [this.#before, this.#after] : [this.#after, this.#before];
    const given = numberAt(ofRule, changed.place);
    const last: (number | undefined)[] = [];
    /** Behind an unedited partner the next one that gives the same. */
    const next: (number | undefined)[] = [];
    const isKnown: boolean[] = [];
    const ofNewVerdicts: number[] = [];
    const ofKnownVerdicts: number[] = [];
    for (const [index, partner] of changed.partners.entries()) {
      const number = numberAt(ofPartners, partner);
      if (number === given) continue;
      const before = last[number];
      if (before === undefined) (isKnown[number] === true ? ofKnownVerdicts : ofNewVerdicts).push(index);
      else next[before] = index;
      isKnown[number] = true;
      if (index >= changed.edited) last[number] = index;
    }
    const firsts = [...ofNewVerdicts, ...ofKnownVerdicts];
    const pairsFrom = (first: number): readonly DecidingPair[] => {
      const pairs: DecidingPair[] = [];
      for (let index: number | undefined = first; index !== undefined; index = next[index])
        pairs.push(pairWith(changed, changed.partners[index] ?? null));
      return pairs;
    };
    const moneyOfFirst = (first: number): MoneyChange => {
      const { before, after } = pairWith(changed, changed.partners[first] ?? null);
      return moneyOfOutcomes(this.#outcomeOf(this.#before, before), this.#outcomeOf(this.#after, after));
    };
    return {
      count: firsts.length,
      sales: firsts.filter((first) => moneyOfFirst(first) !== "none").length,
      groups: inOrder(firsts, moneyOfFirst, pairsFrom),
    };
  }

  #outcomeOf(numbers: readonly number[], place: number | null): Verdict["outcome"] {
    return this.#outcomes[numberAt(numbers, place)] ?? "unmapped";
  }
}

function* inOrder(
  firsts: readonly number[],
  moneyOf: (first: number) => MoneyChange,
  pairsFrom: (first: number) => readonly DecidingPair[],
): Generator<PairGroup> {
  for (const money of MONEY_ORDER)
    for (const first of firsts) if (moneyOf(first) === money) yield { money, pairs: pairsFrom(first) };
}

function numberAt(numbers: readonly number[], place: number | null): number {
  return place === null ? NO_RULE : (numbers[place] ?? NO_RULE);
}
