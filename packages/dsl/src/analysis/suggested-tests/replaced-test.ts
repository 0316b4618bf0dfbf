import { subjectOf } from "../../bodies/example-subject.js";
import { memoized } from "../../incremental/memoized.js";
import { testHolds } from "../../matching/interpret.js";
import type { Subject } from "../../matching/subject.js";
import { lowerStatement } from "../../model/lower.js";
import type { ExampleModel, Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { parse } from "../../syntax/parse.js";
import { type CheckedRule, isMeantFor, othersHold } from "../facts/checked-rule.js";
import { canTryExamples, examplesLeftFor } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";

/** Candidates tried at most: a suggestion is chosen by a person, and must not take long. */
const MOST_TRIED = 40;

/** Characters of bodies on which a candidate is tried, at most: where the examples have more, nothing is suggested. */
export const MOST_CHARACTERS = 1_000_000;

/** What the file's examples ask of whatever stands in a test's place. */
export interface Requirements {
  /** The responses that the rule is right about, and for which the test holds. */
  readonly right: readonly Subject[];
  /** The responses that the rule must not take, and would if the test held. */
  readonly wrong: readonly Subject[];
}

/** Facts are asked for one rule, and several suggestions for it need the same. */
const knownOf = memoized((_: RuleFacts) => new Map<Test | null, Requirements | null>());

/**
 * What a replacement of one of a rule's tests must do; null where there is too much to try. Examples that a rule above
 * decides are left aside, and so are those for which another test of the rule fails. `null` for the test asks what
 * one more test beside all others must do. Worked out once for each test.
 */
export function requirementsFor(facts: RuleFacts, rule: CheckedRule, old: Test | null): Requirements | null {
  const known = knownOf(facts);
  let requirements = known.get(old);
  if (requirements === undefined) {
    requirements = workOut(facts, rule, old);
    known.set(old, requirements);
  }
  return requirements;
}

function workOut(facts: RuleFacts, rule: CheckedRule, old: Test | null): Requirements | null {
  if (!facts.ask(canTryExamples, rule)) return null;
  const examples = facts.ask(examplesLeftFor, rule);
  let left = MOST_CHARACTERS;
  const right: Subject[] = [];
  const wrong: Subject[] = [];
  for (const example of examples) {
    left -= example.body.length;
    if (left < 0) return null;
    const subject = subjectOf(example);
    if (!othersHold(rule, old, subject)) continue;
    if (!isMeantFor(rule, example)) wrong.push(subject);
    else if (old === null || testHolds(old, subject)) right.push(subject);
  }
  return { right, wrong };
}

/**
 * The first of the written tests, each one or several with `and` between them, that could stand in the place of a rule's
 * test as far as the file's examples tell: it holds for all that the rule is right about, and for none that the rule must
 * not take. Whatever form the examples have.
 */
export function firstFitting(
  facts: RuleFacts,
  rule: CheckedRule,
  old: Test | null,
  written: Iterable<string>,
): string | null {
  const requirements = requirementsFor(facts, rule, old);
  return requirements === null ? null : firstMeeting(requirements, written);
}

/** The first of the written tests that does what is required. */
export function firstMeeting(requirements: Requirements, written: Iterable<string>): string | null {
  const tried = new Set<string>();
  for (const candidate of written) {
    if (tried.has(candidate)) continue;
    tried.add(candidate);
    if (tried.size > MOST_TRIED) return null;
    if (meets(requirements, candidate)) return candidate;
  }
  return null;
}

function meets({ right, wrong }: Requirements, written: string): boolean {
  const tests = readTests(written);
  if (tests.length === 0) return false;
  const holds = (subject: Subject) => tests.every((test) => testHolds(test, subject));
  return right.every(holds) && !wrong.some(holds);
}

/** The tests that the text says; none where it says none. */
function readTests(written: string): readonly Test[] {
  const statement = parse(`error ${written}`).statements[0];
  const model = statement === undefined ? null : lowerStatement(statement.syntax).model;
  return model?.kind === "rule" ? testsOf(model.condition) : [];
}

/** Whether the examples show anything of what the rule is for. */
export function isShown({ right }: Requirements): boolean {
  return right.length > 0;
}

/** The examples that must get the rule's verdict. */
export function meantExamples(facts: RuleFacts, rule: CheckedRule): readonly ExampleModel[] {
  return facts.ask(examplesLeftFor, rule).filter((example) => isMeantFor(rule, example));
}
