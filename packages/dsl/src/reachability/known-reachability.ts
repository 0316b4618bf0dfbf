import { type ChangedStretch, changedStretch } from "../incremental/list-changes.js";
import { StepBudget, type Steps } from "../incremental/steps.js";
import { ruleHolds } from "../matching/interpret.js";
import type { Subject } from "../matching/subject.js";
import type { RuleModel } from "../model/mapping.js";
import { Work } from "../solver/work.js";
import { AskedRules } from "./asked-rules.js";
import { decideRule } from "./decide-rule.js";
import { redundantTests } from "./redundant-tests.js";
import type { RuleReachability } from "./rule-reachability.js";
import { askTheSame } from "./rule-tests.js";
import type { SeenAbove } from "./seen-above.js";

/** The answer about one rule, and all that it depends on beside the rule itself. */
export interface KnownRule {
  readonly answer: RuleReachability;
  readonly seen: SeenAbove;
  /** The tests that the rest of its condition implies, by their places; they depend on nothing else. */
  readonly redundantTests: readonly number[];
  /** What it cost to find, and to make large responses for it. */
  readonly steps: number;
  readonly making: number;
}

/** Whether each rule of a list can decide. It knows no file, so it can outlive the version of a text. */
export interface KnownReachability {
  readonly models: readonly RuleModel[];
  readonly rules: readonly KnownRule[];
  /** The places of those of which there is something to say: that they cannot decide, or that tests say nothing. */
  readonly remarkable: readonly number[];
}

/** What the rules of one file may cost together; those behind are not decided. */
const MOST_STEPS = 8_000_000;

/**
 * What large responses for the rules of one file may cost together: where each of very many rules holds for all that does not have a field
 * or a text of its own, the response for each is as large as all of them.
 */
const MOST_STEPS_OF_MAKING = 100_000_000;

/** What one rule may cost. */
const MOST_STEPS_OF_A_RULE = 1_000_000;

/** What is asked of a rule costs at a guess, in microseconds, if it is known already, or not. */
const KNOWN = 0.2;
const ASKED = 60;

/**
 * Whether each rule can decide. Of what was known before an edit the answers are taken over that rest on nothing which changed:
 * no rule that came stands above and holds for a response that was looked at, and none of the rules asked about went. So the
 * answers are those that asking anew would give.
 */
export function* knownReachability(
  models: readonly RuleModel[],
  earlier: KnownReachability | null,
): Steps<KnownReachability> {
  let asked: AskedRules | null = null;
  const askedRules = () => {
    asked ??= new AskedRules(models);
    return asked;
  };
  const kept = earlier === null ? () => null : keptAnswers(models, earlier);
  const budget = new StepBudget();
  const rules: KnownRule[] = [];
  const remarkable: number[] = [];
  let steps = 0;
  let making = 0;
  for (let number = 0; number < models.length; number++) {
    const usedUp = steps > MOST_STEPS ? STEPS_USED_UP : making > MOST_STEPS_OF_MAKING ? MAKING_USED_UP : null;
    const known = usedUp ?? kept(number);
    const rule = known ?? knownAtOnce(number, askedRules()) ?? (yield* ask(number, askedRules()));
    rules.push(rule);
    if (isRemarkable(rule)) remarkable.push(number);
    steps += rule.steps;
    making += rule.making;
    if (budget.isSpentBy(known === null ? ASKED : KNOWN)) yield;
  }
  return { models, rules, remarkable };
}

function isRemarkable({ answer: { kind }, redundantTests }: KnownRule): boolean {
  return kind === "impossible" || kind === "unreachable" || redundantTests.length > 0;
}

/** What is known of the rules that are left once so many steps have been taken. */
function exhaustedBy(steps: number): KnownRule {
  return {
    answer: { kind: "undecided", reason: { kind: "file-exhausted", steps } },
    seen: { responses: [], rules: new Set() },
    redundantTests: [],
    steps: 0,
    making: 0,
  };
}

const STEPS_USED_UP = exhaustedBy(MOST_STEPS);
const MAKING_USED_UP = exhaustedBy(MOST_STEPS_OF_MAKING);

/** The answer of most rules: what is asked for at first sight is theirs. */
function knownAtOnce(number: number, asked: AskedRules): KnownRule | null {
  const response = asked.decidedAtOnce(number);
  if (response === null) return null;
  const { status, body } = response;
  const answer = { kind: "reachable", witness: { status, body } } as const;
  const seen: SeenAbove = { responses: [response], rules: NO_RULES };
  if (asked.hasOneTest(number)) return { answer, seen, redundantTests: NO_TESTS, steps: 0, making: 0 };
  const work = new Work(MOST_STEPS_OF_A_RULE);
  const redundant = redundantTests(asked.conditionOf(number), asked, work);
  return { answer, seen, redundantTests: redundant, steps: work.steps, making: work.making };
}

const NO_TESTS: readonly number[] = [];

/** Nothing is added to it. */
const NO_RULES = new Set<number>();

function* ask(number: number, asked: AskedRules): Steps<KnownRule> {
  const seen: SeenAbove = { responses: [], rules: new Set() };
  const work = new Work(MOST_STEPS_OF_A_RULE);
  const answer = yield* decideRule(number, asked, seen, work);
  const redundant =
    answer.kind === "impossible" ? [] : redundantTests(asked.conditionOf(number), asked, work);
  return { answer, seen, redundantTests: redundant, steps: work.steps, making: work.making };
}

/** Tells by the new place of a rule what was known of it and still holds; null where it has to be asked anew. */
function keptAnswers(
  models: readonly RuleModel[],
  earlier: KnownReachability,
): (number: number) => KnownRule | null {
  const { start, before, after } = askedDifferently(earlier.models, models);
  const shift = after.length - before.length;
  const isGone = (number: number): boolean => start <= number && number < start + before.length;
  return (number) => {
    if (start <= number && number < start + after.length) return null;
    const known = earlier.rules[number < start ? number : number - shift];
    if (known === undefined || known === STEPS_USED_UP || known === MAKING_USED_UP) return null;
    if (number < start || before.length + after.length === 0) return known;
    const { responses, rules } = known.seen;
    if (rules.size > 0 && Array.from(rules).some(isGone)) return null;
    if (responses.some(({ subject }) => isTakenByOne(after, subject))) return null;
    return shift === 0 || rules.size === 0 ? known : shiftedBy(shift, start, known);
  };
}

/** The stretch in which two lists differ in what their rules ask: which label a rule gives makes no difference here. */
function askedDifferently(
  earlier: readonly RuleModel[],
  models: readonly RuleModel[],
): ChangedStretch<RuleModel> {
  const { start, before, after } = changedStretch(earlier, models);
  const most = Math.min(before.length, after.length);
  let first = 0;
  while (first < most && askTheSame(before[first], after[first])) first++;
  let last = 0;
  while (last < most - first && askTheSame(before.at(-last - 1), after.at(-last - 1))) last++;
  return {
    start: start + first,
    before: before.slice(first, before.length - last),
    after: after.slice(first, after.length - last),
  };
}

/** Whether one of the rules holds for a response that is kept while rules come and go. */
function isTakenByOne(models: readonly RuleModel[], subject: Subject): boolean {
  const isTaken = models.some((model) => ruleHolds(model, subject));
  subject.forgetOldFields();
  return isTaken;
}

/** The same with the rules behind the place named by where they stand now. */
function shiftedBy(shift: number, place: number, known: KnownRule): KnownRule {
  const { answer, seen } = known;
  const shifted = (number: number): number => (number < place ? number : number + shift);
  return {
    ...known,
    answer: answer.kind === "unreachable" ? { ...answer, blockers: answer.blockers.map(shifted) } : answer,
    seen: { responses: seen.responses, rules: new Set(Array.from(seen.rules, shifted)) },
  };
}
