import { subjectOf } from "../../bodies/example-subject.js";
import { testHolds } from "../../matching/interpret.js";
import { lowerStatement } from "../../model/lower.js";
import type { Test } from "../../model/mapping.js";
import { parse } from "../../syntax/parse.js";
import { type CheckedRule, hasAnotherOutcome, othersHold } from "../facts/checked-rule.js";
import { decidedBy, firstForms, firstJson } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";

/** How many examples a replacement is tried on; a suggestion is chosen by a person, and must not take long. */
const MOST_TRIED = 20;

/** On a longer body nothing is tried, so nothing is suggested to a rule that decides one. */
const LONGEST_TRIED = 50_000;

/**
 * The first of the written tests that could stand in the place of a rule's test as far as the file's examples tell: it
 * holds for those that the rule decides rightly, and does not make the rule hold for one that must get another outcome.
 */
export function firstFitting(
  facts: RuleFacts,
  { rule, test }: Pick<SearchedText, "rule" | "test">,
  written: Iterable<string>,
): string | null {
  const fits = fitsInPlaceOf(facts, rule, test);
  const tried = new Set<string>();
  for (const candidate of written) {
    if (tried.has(candidate)) continue;
    tried.add(candidate);
    if (tried.size > MOST_TRIED) return null;
    if (fits(candidate)) return candidate;
  }
  return null;
}

function fitsInPlaceOf(facts: RuleFacts, rule: CheckedRule, old: Test): (written: string) => boolean {
  const decided = facts.ask(decidedBy, rule).filter(({ difference }) => difference === null);
  const wanted = decided.slice(0, MOST_TRIED).map(({ example }) => subjectOf(example));
  if (wanted.some(({ body }) => body.length > LONGEST_TRIED)) return () => false;
  const others = [...facts.ask(firstJson), ...facts.ask(firstForms)]
    .filter(({ subject }) => subject.body.length <= LONGEST_TRIED)
    .filter(({ example }) => hasAnotherOutcome(example, rule))
    .map(({ subject }) => subject)
    .filter((subject) => othersHold(rule, old, subject));
  return (written) => {
    if (wanted.length + others.length === 0) return true;
    const test = readTest(written);
    if (test === null) return false;
    return (
      wanted.every((subject) => testHolds(test, subject)) &&
      !others.some((subject) => testHolds(test, subject))
    );
  };
}

/** The test that the text says; null where it says none. */
function readTest(written: string): Test | null {
  const statement = parse(`error ${written}`).statements[0];
  const model = statement === undefined ? null : lowerStatement(statement.syntax).model;
  if (model?.kind !== "rule" || model.condition.kind === "otherwise") return null;
  return model.condition.tests[0] ?? null;
}
