import { addAll } from "../incremental/long-lists.js";
import { finish, StepBudget, type Steps } from "../incremental/steps.js";
import type { Response } from "../matching/response.js";
import { Subject } from "../matching/subject.js";
import type { Verdict } from "../matching/verdict.js";
import type { Mapping } from "../model/mapping.js";
import { PlanTable } from "../plan/plan-table.js";
import { reasonInWords } from "../reachability/reason-in-words.js";
import type { MadeResponse } from "../reachability/responses.js";
import type { Conjunction } from "../reachability/rule-tests.js";
import { Work } from "../solver/work.js";
import { BothMappings } from "./both-mappings.js";
import { ComparedRules } from "./compared-rules.js";
import type { Comparison, UndecidedChange, VerdictChange } from "./comparison.js";
import { type ChangedRule, changedRules, type DecidingPair, pairWith } from "./deciding-pairs.js";
import { hasEscapes, isHardlyEver, testWithoutEscapes } from "./escaped-bodies.js";
import { type ComparedExamples, compareExamples } from "./example-changes.js";
import { GivenVerdicts, type PairGroup } from "./pair-groups.js";
import { haveSameMeaning } from "./same-meaning.js";
import { WitnessShapes } from "./shaped-witness.js";
import { changedCaptures, emptyTest, testsForLabels } from "./telling-tests.js";
import {
  type DifferingPart,
  differingPart,
  haveSameCaptures,
  MONEY_ORDER,
  moneyOf,
} from "./verdict-difference.js";

/** What the comparison of two mappings may cost: what is left is not decided. */
const MOST_STEPS = 30_000_000;

/** Pairs of rules that are gone through at most. */
const MOST_PAIRS = 20_000;

/** What a pair costs at a guess of which nothing is asked: steps, and microseconds. */
const STEPS_OF_A_PAIR = 100;
const PASSED_OVER = 1;

/** Groups that are listed of one rule that came, went or moved. */
export const MOST_LISTED = 10;

/** Pairs of one group that are tried for a witness that is more likely to come. */
const MOST_PLAINER = 5;

/** Groups that are asked about, of a rule of which one is listed, and that stay undecided, of any rule. */
const MOST_ASKED = 30;
const MOST_UNDECIDED = 5;

/** Changes, the most important first, of which a witness is looked for that is like the recorded answers, and what one costs, in microseconds. */
const MOST_SHAPED = 60;
const SHAPING = 300;

/** How much a comparison tells. */
export interface ComparisonOptions {
  /** Whether it goes through every group of every rule; otherwise it tells ten a rule, and counts the others. */
  readonly all?: boolean;
}

/**
 * Which responses get another verdict from the new mapping than from the old one, captures counted in: one of every group of
 * rules that gave one verdict before and give another now. Mappings give the same verdict on every response, proved, where both
 * lists are empty. Every witness has been run by the interpreter; recorded examples come before made-up responses.
 */
export function compare(before: Mapping, after: Mapping, options: ComparisonOptions = {}): Comparison {
  const both = new BothMappings(before, after);
  return finish(compareSteps(both, compareExamples(both), options));
}

/** The same in steps, for whoever has others to serve meanwhile and has run the examples. */
export function* compareSteps(
  both: BothMappings,
  examples: ComparedExamples,
  { all = false }: ComparisonOptions,
): Steps<Comparison> {
  if (haveSameMeaning(both.before, both.after)) return NO_CHANGE;
  yield;
  const comparing = new Comparing(both, all);
  yield;
  comparing.addExamples(examples);
  yield* comparing.comparePairs();
  yield* comparing.compareCaptures();
  const changes = yield* comparing.shaped(comparing.changes.toSorted(byWeight));
  return {
    changes,
    unlisted: comparing.unlisted,
    unlistedSales: comparing.unlistedSales,
    undecided: comparing.undecided,
  };
}

/** What is said of mappings that give every response the same verdict. */
export const NO_CHANGE: Comparison = { changes: [], unlisted: 0, unlistedSales: 0, undecided: [] };

class Comparing {
  readonly undecided: UndecidedChange[] = [];
  unlisted = 0;
  unlistedSales = 0;
  readonly #both: BothMappings;
  readonly #rules: ComparedRules;
  readonly #given: GivenVerdicts;
  readonly #work = new Work(MOST_STEPS);
  readonly #budget = new StepBudget();
  readonly #table = new PlanTable();
  readonly #changes = new Map<number, VerdictChange>();
  readonly #all: boolean;
  #pairsLeft = MOST_PAIRS;

  constructor(both: BothMappings, all: boolean) {
    this.#both = both;
    this.#all = all;
    this.#rules = new ComparedRules(both);
    this.#given = new GivenVerdicts(both);
  }

  get changes(): readonly VerdictChange[] {
    return [...this.#changes.values()];
  }

  get #isUsedUp(): boolean {
    return this.#pairsLeft <= 0 || this.#work.isExhausted;
  }

  addExamples({ changes }: ComparedExamples): void {
    for (const { example } of changes) {
      const { status, body } = example.model;
      const subject = new Subject({ status, body });
      this.#add({ status, body }, subject, this.#both.decidersOf(subject), true);
    }
  }

  /** The changes with witnesses that look like the recorded answers, where such show the same. */
  *shaped(changes: readonly VerdictChange[]): Steps<readonly VerdictChange[]> {
    const shapes = new WitnessShapes(this.#both);
    const shaped: VerdictChange[] = [];
    let left = MOST_SHAPED;
    for (const change of changes) {
      const isLeft = left === 0 || shapes.isWellShown(change);
      shaped.push(isLeft ? change : shapes.shaped(change));
      if (isLeft) continue;
      left--;
      if (this.#budget.isSpentBy(SHAPING)) yield;
    }
    return shaped;
  }

  /** Goes through the pairs of different rules that can decide one response, by the rules that changed and the verdicts. */
  *comparePairs(): Steps<void> {
    for (const rule of changedRules(this.#both.unchanged)) {
      yield;
      this.#work.spend(rule.partners.length * STEPS_OF_A_PAIR);
      yield* this.#comparePairsOfARule(rule);
      if (!this.#isUsedUp) continue;
      // Even to count what is left takes long, where all rules of a large mapping are others. Nobody knows what it means.
      this.undecided.push({ before: null, after: null, money: "success-lost", reason: TOO_MANY });
      return;
    }
  }

  *#comparePairsOfARule(rule: ChangedRule): Steps<void> {
    const undecided: UndecidedChange[] = [];
    let listed = 0;
    let asked = 0;
    const { count, sales, groups } = this.#given.groupsOf(rule);
    let left = count;
    for (const group of groups) {
      if (this.#isUsedUp) break;
      if (!this.#all && (listed >= MOST_LISTED || (listed > 0 && asked >= MOST_ASKED))) {
        this.unlisted += left;
        // They came first.
        this.unlistedSales += Math.max(0, sales - (count - left));
        break;
      }
      left--;
      const before = this.#pairsLeft;
      const result = yield* this.#compareGroup(group);
      if (result === "listed") listed++;
      else if (result !== "same") undecided.push(result);
      if (this.#pairsLeft < before) asked++;
    }
    // That the rule changes something is known where one is listed; what it means for money is to be known of all.
    const open = undecided.filter(({ money }) => this.#all || listed === 0 || money !== "none");
    const told = new Set(this.#all ? open : open.slice(0, MOST_UNDECIDED));
    const others = undecided.filter((one) => !told.has(one));
    addAll(this.undecided, told);
    this.unlisted += others.length;
    this.unlistedSales += others.filter(({ money }) => money !== "none").length;
  }

  /** Looks for a response that one of the pairs decides; "same" as well where all that may be spent is used up. */
  *#compareGroup({ pairs, money }: PairGroup): Steps<"listed" | "same" | UndecidedChange> {
    if (pairs.some((pair) => this.#changes.has(keyOf(pair)))) return "listed";
    let undecided: UndecidedChange | null = null;
    for (const pair of pairs) {
      if (this.#isUsedUp) break;
      if (this.#budget.isSpentBy(PASSED_OVER)) yield;
      const { before: old, after: now } = pair;
      const tests = testsForLabels(this.#both.ruleBefore(old), this.#both.ruleAfter(now), this.#table);
      const reason = yield* this.#comparePair(pair, tests, isAny);
      if (this.#changes.has(keyOf(pair))) {
        yield* this.#tryForPlainer(pair, pairs);
        return "listed";
      }
      if (reason !== null) undecided ??= { ...pair, money, reason };
    }
    return undecided ?? "same";
  }

  /** Where escapes alone make the witness of a pair, takes another pair of its group in its place that has one without, if any has. */
  *#tryForPlainer(pair: DecidingPair, pairs: readonly DecidingPair[]): Steps<void> {
    const found = this.#changes.get(keyOf(pair));
    if (found === undefined || unlikeliness(found) < UNLIKELY) return;
    const next = pairs.indexOf(pair) + 1;
    for (const other of pairs.slice(next, next + MOST_PLAINER)) {
      if (this.#isUsedUp) return;
      yield* this.#comparePair(other, [[]], isAny);
      const instead = this.#changes.get(keyOf(other));
      if (instead === undefined) continue;
      this.#changes.delete(keyOf(unlikeliness(instead) < UNLIKELY ? pair : other));
      if (unlikeliness(instead) < UNLIKELY) return;
    }
  }

  /**
   * Where captures changed, looks for a response of every outcome in which that shows, be the label another one, too. All rules of an
   * outcome hand back the same captures, so one response says it of all.
   */
  *compareCaptures(): Steps<void> {
    for (const { capture, outcomes } of changedCaptures(this.#both.before, this.#both.after)) {
      const filled = [emptyTest(capture.model.field, true, this.#table)];
      const left = new Set(outcomes);
      const undecided = new Map<Verdict["outcome"], UndecidedChange>();
      for (const pair of this.#pairsOfOneOutcome(left)) {
        if (left.size === 0) break;
        if (this.#budget.isSpentBy(PASSED_OVER)) yield;
        this.#work.spend(STEPS_OF_A_PAIR);
        if (this.#isUsedUp) {
          this.undecided.push({ before: null, after: null, money: "success-captures", reason: TOO_MANY });
          return;
        }
        const outcome = this.#both.ruleAfter(pair.after)?.model.outcome ?? "unmapped";
        if (!left.has(outcome)) continue;
        const reason = this.#isTold(pair, showsCaptures)
          ? null
          : yield* this.#comparePair(pair, [filled], showsCaptures);
        const money = outcome === "success" ? "success-captures" : "none";
        if (reason !== null && !undecided.has(outcome)) undecided.set(outcome, { ...pair, money, reason });
        if (this.#isTold(pair, showsCaptures)) left.delete(outcome);
      }
      for (const [outcome, one] of undecided) if (left.has(outcome)) this.undecided.push(one);
    }
  }

  /** The pairs of rules, or of none and none, that give one of some outcomes before and after. */
  *#pairsOfOneOutcome(outcomes: ReadonlySet<Verdict["outcome"]>): Generator<DecidingPair> {
    for (const [before, after] of this.#both.unchanged.newPlaces.entries())
      if (after !== null) yield { before, after };
    for (const rule of changedRules(this.#both.unchanged)) {
      if (!outcomes.has(this.#given.outcomeOfChanged(rule))) continue;
      for (const partner of rule.partners) {
        const pair = pairWith(rule, partner);
        if (this.#given.haveOneOutcome(pair)) yield pair;
      }
    }
    yield { before: null, after: null };
  }

  /**
   * Looks for a response of the pair on which the verdicts differ: of those that pass one or another of more tests.
   *
   * @param isEnough whether a change shows what is looked for
   * @returns why it is not known whether there is one; null where one was added, or there is none
   */
  *#comparePair(
    pair: DecidingPair,
    variants: Iterable<Conjunction>,
    isEnough: (change: VerdictChange) => boolean,
  ): Steps<string | null> {
    if (!this.#rules.canDecideOne(pair)) return null;
    let isSeen = false;
    for (const also of variants) {
      this.#pairsLeft--;
      const answer = yield* this.#rules.find(pair, also, this.#work);
      if (answer.kind === "undecided") return reasonInWords(answer.reason);
      if (answer.kind === "none") {
        // Without more tests there is none at all.
        if (also.length === 0) return null;
        continue;
      }
      isSeen = true;
      const { status, body, subject } = yield* this.#withoutEscapes(answer.response, pair, also);
      this.#add({ status, body }, subject, pair);
      if (this.#isTold(pair, isEnough)) return null;
    }
    return isSeen ? SAME_SO_FAR : null;
  }

  #isTold(pair: DecidingPair, isEnough: (change: VerdictChange) => boolean): boolean {
    const known = this.#changes.get(keyOf(pair));
    return known !== undefined && isEnough(known);
  }

  /** Another response of the pair that shows the same without escapes, if one comes to mind. */
  *#withoutEscapes(made: MadeResponse, pair: DecidingPair, also: Conjunction): Steps<MadeResponse> {
    if (!hasEscapes(made.body)) return made;
    const tests = [...also, ...testWithoutEscapes(this.#table)];
    const answer = yield* this.#rules.find(pair, tests, this.#work);
    return answer.kind === "found" ? answer.response : made;
  }

  /** Adds a response to the group of the rules that decide it, unless there is a better one or nothing differs. */
  #add(witness: Response, subject: Subject, deciders: DecidingPair, isRecorded = false): void {
    const { before: old, after: now } = this.#both.verdictsOf(subject, deciders);
    const differs = differingPart(old.verdict, now.verdict);
    const known = this.#changes.get(keyOf(deciders));
    if (differs === null) return;
    const money = moneyOf(old.verdict, now.verdict);
    const change: VerdictChange = {
      ...deciders,
      money,
      differs,
      isRecorded,
      witness,
      verdictBefore: old.verdict,
      verdictAfter: now.verdict,
    };
    if (known === undefined || tellsMore(change, known)) this.#changes.set(keyOf(deciders), change);
  }
}

const TOO_MANY = "so much has changed that not all pairs of rules were gone through";
const SAME_SO_FAR =
  "both rules can decide the same responses, but on those that were made the labels or captures out of fields are equal";

/** More rules than any mapping can have, so that two places make one number. */
const MOST_RULES = 2 ** 26;

function keyOf({ before, after }: DecidingPair): number {
  return ((before ?? -1) + 1) * MOST_RULES + (after ?? -1) + 1;
}

const isAny = (): boolean => true;

/** Whether that captures are others is to be seen of a change: where the outcome is another one, they always can be. */
function showsCaptures({ verdictBefore, verdictAfter }: VerdictChange): boolean {
  return verdictBefore.outcome === verdictAfter.outcome && !haveSameCaptures(verdictBefore, verdictAfter);
}

/** Whether of two changes that the same rules make the one is to be told rather than the other. */
function tellsMore(one: VerdictChange, other: VerdictChange): boolean {
  const isAlike = one.money === other.money && isHardlyEver(one) === isHardlyEver(other);
  if (isAlike && showsCaptures(one) !== showsCaptures(other)) return showsCaptures(one);
  return byWeight(one, other) < 0;
}

/** What hardly ever comes is last; recorded sales are first, then other sales, then what was recorded, then by place; where no rule holds stands last. */
function byWeight(a: VerdictChange, b: VerdictChange): number {
  return (
    Number(isHardlyEver(a)) - Number(isHardlyEver(b)) ||
    Number(isRecordedSale(b)) - Number(isRecordedSale(a)) ||
    MONEY_ORDER.indexOf(a.money) - MONEY_ORDER.indexOf(b.money) ||
    unlikeliness(a) - unlikeliness(b) ||
    placeOrder(a.before) - placeOrder(b.before) ||
    placeOrder(a.after) - placeOrder(b.after) ||
    PART_ORDER.indexOf(a.differs) - PART_ORDER.indexOf(b.differs)
  );
}

function isRecordedSale({ isRecorded, money }: VerdictChange): boolean {
  return isRecorded && money !== "none";
}

/** What was recorded comes, and a made-up body with escapes hardly ever. */
function unlikeliness(change: VerdictChange): number {
  if (change.isRecorded) return 0;
  return isHardlyEver(change) ? UNLIKELY : 1;
}

const UNLIKELY = 2;

const PART_ORDER: readonly DifferingPart[] = ["outcome", "label", "captures"];

function placeOrder(place: number | null): number {
  return place ?? Number.MAX_SAFE_INTEGER;
}
