import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import type { Response } from "../matching/response.js";
import type { Mapping, Rule } from "../model/mapping.js";
import { giveOneVerdict } from "../model/one-verdict.js";
import { PlanTable } from "../plan/plan-table.js";
import { ruleKeyOf } from "../plan/rule-key.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import type { UndecidedReason } from "../solver/question.js";
import { Work } from "../solver/work.js";
import { ComparedRules } from "./compared-rules.js";
import type { Comparison, UndecidedChange, VerdictChange } from "./comparison.js";
import { type DecidingPair, decidingPairs } from "./deciding-pairs.js";
import { compareExampleSteps } from "./example-changes.js";
import { type PlacedVerdict, placedVerdicts } from "./placed-verdict.js";
import { haveSameMeaning } from "./same-meaning.js";
import { changedCaptures, emptyTest, testsForLabels } from "./telling-tests.js";
import { type UnchangedRules, unchangedRules } from "./unchanged-rules.js";
import { type DifferingPart, differingPart, type MoneyChange, moneyOf } from "./verdict-difference.js";

/** What the comparison of two mappings may cost: what is left is not decided. */
const MOST_STEPS = 30_000_000;

/** Pairs of rules that are gone through at most. */
const MOST_PAIRS = 20_000;

/** What a pair costs at a guess, in microseconds, of which nothing is asked. */
const PASSED_OVER = 0.2;

/**
 * Which responses get another verdict from the new mapping than from the old one, captures counted in: one of every group that
 * one rule decided before and another decides now. Mappings give the same verdict on every response, proved, where both lists are
 * empty. Every witness has been run by the interpreter; recorded examples come before made-up responses.
 */
export function compare(before: Mapping, after: Mapping): Comparison {
  return finish(compareSteps(before, after));
}

/** The same in steps, for whoever has others to serve meanwhile. */
export function* compareSteps(before: Mapping, after: Mapping): Steps<Comparison> {
  if (haveSameMeaning(before, after)) return { changes: [], undecided: [] };
  yield;
  const comparing = new Comparing(before, after);
  yield* comparing.addExamples();
  yield* comparing.comparePairs();
  yield* comparing.compareCaptures();
  return {
    changes: comparing.changes.toSorted(byWeight),
    undecided: comparing.undecided,
  };
}

class Comparing {
  readonly undecided: UndecidedChange[] = [];
  readonly #before: Mapping;
  readonly #after: Mapping;
  readonly #rules: ComparedRules;
  readonly #unchanged: UnchangedRules;
  readonly #work = new Work(MOST_STEPS);
  readonly #table = new PlanTable();
  readonly #decideBefore: (response: Response) => PlacedVerdict;
  readonly #decideAfter: (response: Response) => PlacedVerdict;
  readonly #changes = new Map<string, VerdictChange>();

  constructor(before: Mapping, after: Mapping) {
    this.#before = before;
    this.#after = after;
    this.#rules = new ComparedRules(before, after);
    this.#unchanged = unchangedRules(
      before.rules.map(({ model }) => ruleKeyOf(model)),
      after.rules.map(({ model }) => ruleKeyOf(model)),
    );
    this.#decideBefore = placedVerdicts(before);
    this.#decideAfter = placedVerdicts(after);
  }

  get changes(): readonly VerdictChange[] {
    return [...this.#changes.values()];
  }

  *addExamples(): Steps<void> {
    const { changes } = yield* compareExampleSteps(this.#before, this.#after);
    for (const { example } of changes) {
      const { status, body } = example.model;
      this.#add({ status, body });
    }
  }

  /** Goes through the pairs of different rules that can decide one response. */
  *comparePairs(): Steps<void> {
    const budget = new StepBudget();
    let left = MOST_PAIRS;
    for (const pair of decidingPairs(this.#before.rules.length, this.#after.rules.length, this.#unchanged)) {
      if (budget.isSpentBy(PASSED_OVER)) yield;
      if (this.#changes.has(keyOf(pair))) continue;
      const [old, now] = this.#rulesOf(pair);
      if (areOfOneVerdict(old, now)) continue;
      if (left-- === 0 || this.#work.isExhausted) {
        this.undecided.push({ before: null, after: null, reason: TOO_MANY });
        return;
      }
      yield* this.#comparePair(pair, testsForLabels(old, now, this.#table));
    }
  }

  /**
   * Where captures changed, looks for a response of every outcome in which that shows. All rules of an outcome hand back the same
   * captures, so one response says it of all.
   */
  *compareCaptures(): Steps<void> {
    const budget = new StepBudget();
    for (const { field, outcomes } of changedCaptures(this.#before, this.#after)) {
      const filled = [emptyTest(field, true, this.#table)];
      const shown = new Set<string>();
      for (const pair of this.#pairsOfOneVerdict()) {
        if (budget.isSpentBy(PASSED_OVER)) yield;
        const outcome = this.#rulesOf(pair)[1]?.model.outcome ?? null;
        const isConcerned = outcomes === null || (outcome !== null && outcomes.includes(outcome));
        if (!isConcerned || shown.has(`${outcome}`)) continue;
        if (this.#work.isExhausted) {
          this.undecided.push({ before: null, after: null, reason: TOO_MANY });
          return;
        }
        if (!this.#changes.has(keyOf(pair))) yield* this.#comparePair(pair, [filled]);
        if (this.#changes.has(keyOf(pair))) shown.add(`${outcome}`);
      }
    }
  }

  /** The pairs of rules, or of none and none, that give one outcome: only their captures can differ. */
  *#pairsOfOneVerdict(): Generator<DecidingPair> {
    for (const [before, after] of this.#unchanged.newPlaceOf) yield { before, after };
    for (const pair of decidingPairs(this.#before.rules.length, this.#after.rules.length, this.#unchanged)) {
      const [old, now] = this.#rulesOf(pair);
      if (areOfOneVerdict(old, now)) yield pair;
    }
    yield { before: null, after: null };
  }

  /** Looks for a response of the pair on which the verdicts differ: of those that pass one or another of more tests. */
  *#comparePair(pair: DecidingPair, variants: Iterable<Conjunction>): Steps<void> {
    let isSeen = false;
    for (const also of variants) {
      const answer = yield* this.#rules.find(pair, also, this.#work);
      if (answer.kind === "undecided") {
        this.undecided.push({ ...pair, reason: wordsFor(answer.reason) });
        return;
      }
      if (answer.kind === "none") {
        // Without more tests there is none at all.
        if (also.length === 0) return;
        continue;
      }
      isSeen = true;
      const { status, body } = answer.response;
      this.#add({ status, body });
      if (this.#changes.has(keyOf(pair))) return;
    }
    if (isSeen) this.undecided.push({ ...pair, reason: SAME_SO_FAR });
  }

  /** Adds a response to the group of the rules that decide it, unless there is one or nothing differs. */
  #add(witness: Response): void {
    const old = this.#decideBefore(witness);
    const now = this.#decideAfter(witness);
    const differs = differingPart(old.verdict, now.verdict);
    const pair = { before: old.place, after: now.place };
    const known = this.#changes.get(keyOf(pair));
    if (differs === null) return;
    const money = moneyOf(old.verdict, now.verdict);
    const change: VerdictChange = {
      ...pair,
      money,
      differs,
      witness,
      verdictBefore: old.verdict,
      verdictAfter: now.verdict,
    };
    if (known === undefined || byWeight(change, known) < 0) this.#changes.set(keyOf(pair), change);
  }

  #rulesOf({ before, after }: DecidingPair): readonly [Rule | null, Rule | null] {
    return [
      before === null ? null : (this.#before.rules[before] ?? null),
      after === null ? null : (this.#after.rules[after] ?? null),
    ];
  }
}

const TOO_MANY = "so much has changed that not all pairs of rules were gone through";
const SAME_SO_FAR =
  "both rules can decide the same responses, but on those that were made the labels or captures out of fields are equal";

function wordsFor(reason: UndecidedReason): string {
  switch (reason.kind) {
    case "exhausted":
      return `it would take more than ${reason.steps} steps`;
    case "not-understood":
      return "a number is asked for more than its value, or has too many digits";
    case "no-response-made":
      return "the tests of both rules leave something, but no response was made that shows it";
  }
}

function keyOf({ before, after }: DecidingPair): string {
  return `${before} ${after}`;
}

/** Whether the verdicts of both can differ in captures alone; no rule gives one verdict, too. */
function areOfOneVerdict(one: Rule | null, other: Rule | null): boolean {
  return one === null || other === null ? one === other : giveOneVerdict(one.model, other.model);
}

/** Money first, then what differs most, then by place; where no rule holds stands last. */
function byWeight(a: VerdictChange, b: VerdictChange): number {
  return (
    MONEY_ORDER.indexOf(a.money) - MONEY_ORDER.indexOf(b.money) ||
    placeOrder(a.before) - placeOrder(b.before) ||
    placeOrder(a.after) - placeOrder(b.after) ||
    PART_ORDER.indexOf(a.differs) - PART_ORDER.indexOf(b.differs)
  );
}

const MONEY_ORDER: readonly MoneyChange[] = ["success-lost", "success-gained", "none"];
const PART_ORDER: readonly DifferingPart[] = ["outcome", "label", "captures"];

function placeOrder(place: number | null): number {
  return place ?? Number.MAX_SAFE_INTEGER;
}
