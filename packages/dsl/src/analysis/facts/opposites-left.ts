import { Subject } from "../../matching/subject.js";
import type { Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import type { TextStretch } from "../../model/tested-texts.js";
import { findText, findWord } from "../../runtime/text-matching.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { oppositesOf } from "../words/opposite-words.js";
import type { CheckedRule } from "./checked-rule.js";
import { rulesOutText } from "./containing-texts.js";
import { takenAbove } from "./questions.js";
import type { RuleFacts } from "./rule-facts.js";
import type { SearchedText } from "./searched-texts.js";

/**
 * The texts of opposite sense that hold a keyword, and that neither the rest of the rule's condition nor a rule above takes
 * care of, the most usual first. None where the rule asks for a whole field besides: then that decides.
 */
export function oppositesLeft(
  facts: RuleFacts,
  searched: SearchedText,
  keyword: TextStretch,
): readonly string[] {
  const { rule, test, textTest } = searched;
  const opposites = oppositesOf(keyword.folded);
  if (opposites === null || asksForWholeField(rule, test)) return [];
  // What a success must not say can only make it rarer.
  if (test.negated && rule.model.outcome === "success") return [];
  // Of a refusal "no error" says nothing: it is one anyway.
  if (opposites.ofFailure && rule.model.outcome !== "success") return [];
  // A word of a rule that is no success, or that is not to be there, is hardly ever a part of such a phrase.
  if (textTest.how === "word" && (test.negated || rule.model.outcome !== "success")) return [];
  const find = textTest.how === "word" ? isWordIn : isIn;
  const found = opposites.texts.filter((text) => find(text, keyword.folded));
  const isHandled = (text: string) => rulesOutText(rule, test, text) || isTakenAbove(facts, rule, text);
  return found.some(isHandled) ? [] : found;
}

/** Whether the rule itself says of an opposite of the keyword that it is not to be there. */
export function excludesOpposite({ rule, test }: SearchedText, keyword: TextStretch): boolean {
  return oppositesOf(keyword.folded)?.texts.some((text) => rulesOutText(rule, test, text)) === true;
}

/** Whether a rule above takes a response that says nothing but the text. */
function isTakenAbove(facts: RuleFacts, rule: CheckedRule, body: string): boolean {
  return facts.ask(takenAbove, { rule, subject: new Subject({ body }) });
}

/** Whether another test compares the whole text of a field. */
function asksForWholeField({ model: { condition } }: CheckedRule, but: Test): boolean {
  return testsOf(condition).some(
    ({ negated, test }) =>
      test !== but.test && !negated && test.kind === "text" && test.field !== null && test.how === "exact",
  );
}

function isIn(text: string, keyword: string): boolean {
  return findText(text, keyword, 0) >= 0;
}

function isWordIn(text: string, keyword: string): boolean {
  return findWord(text, keyword, isWordCharacter) >= 0;
}
