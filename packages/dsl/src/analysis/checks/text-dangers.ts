import { testsOf } from "../../model/rule-parts.js";
import { checkOfRules } from "../check-definition.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { neverDecides } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import { type SearchedText, searchedTexts } from "../facts/searched-texts.js";
import type { UnplacedFinding } from "../placing/unplaced-finding.js";
import { keywordInsideWord } from "../text-dangers/keyword-inside-word.js";
import { keywordMatchesKey } from "../text-dangers/keyword-matches-key.js";
import { openEndedNumber } from "../text-dangers/open-ended-number.js";
import { spacingDependent } from "../text-dangers/spacing-dependent.js";
import { textWithMarkup } from "../text-dangers/text-with-markup.js";
import { valueOfAnyField } from "../text-dangers/value-of-any-field.js";

/**
 * What can be wrong with a text that a rule looks for, the most serious first: of one text only the first is reported, since the
 * way out of it is the way out of the others, and two pieces of advice on one text would contradict each other.
 */
const DANGERS: readonly ((facts: RuleFacts, searched: SearchedText) => UnplacedFinding | null)[] = [
  // It is there whatever the answer says.
  keywordMatchesKey,
  // It can be there for a reason that has nothing to do with the rule.
  valueOfAnyField,
  // It is there where the opposite is said.
  keywordInsideWord,
  // It is there where something similar is said.
  openEndedNumber,
  // It is not there, though the same is said.
  spacingDependent,
  textWithMarkup,
];

export const checkTextDangers = checkOfRules(function* (rule, facts) {
  if (isSuccessOnAnything(rule)) return;
  for (const searched of searchedTexts(rule)) {
    const finding = firstDanger(facts, searched);
    if (finding === null) continue;
    // What its texts could take wrongly, a rule that never decides does not take; that is told by itself.
    if (facts.ask(neverDecides, rule)) return;
    yield finding;
  }
});

function firstDanger(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  for (const danger of DANGERS) {
    const finding = danger(facts, searched);
    if (finding !== null) return finding;
  }
  return null;
}

/** A success that only asks that something is missing has another fault, which is reported by itself. */
function isSuccessOnAnything({ model: { outcome, condition } }: CheckedRule): boolean {
  const tests = testsOf(condition).filter(({ test }) => test.kind !== "status");
  return outcome === "success" && tests.length > 0 && tests.every(({ negated }) => negated);
}
