import type { JsonExample } from "../../bodies/json-example.js";
import { placeOfText, testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Test } from "../../model/mapping.js";
import { unanchoredTextOf } from "../../model/tested-texts.js";
import type { JsonSegment } from "../../runtime/json-field.js";
import { isSearchWord } from "../../syntax/vocabulary.js";
import { foldText } from "../../text/case-folding.js";
import { bareName, type Flag, flagNamed } from "../words/flag-names.js";
import { oppositesOf } from "../words/opposite-words.js";
import type { CheckedRule } from "./checked-rule.js";
import { hasAnotherOutcome, othersHold } from "./checked-rule.js";
import { isInValues, mayBeJson, onlyInNames } from "./questions.js";
import type { RuleFacts } from "./rule-facts.js";
import type { SearchedText } from "./searched-texts.js";

/** Why a keyword is taken for a field's name. */
export type NameEvidence =
  /** In this example it stands in names only. */
  | { readonly kind: "example"; readonly example: JsonExample }
  /** Systems have flags of that name; the body is one that says no. */
  | { readonly kind: "flag"; readonly flag: Flag; readonly body: string };

/**
 * Whether a keyword or word is looked for in the body where it may be nothing but a field's name, and why; null where it
 * is not, or the rest of the rule's condition takes care of it.
 */
export function keywordIsName(facts: RuleFacts, searched: SearchedText): NameEvidence | null {
  const { textTest, text } = searched;
  if (textTest.field !== null || !isSearchWord(textTest.how)) return null;
  if (asksForValue(searched)) return null;
  const example = exampleOf(facts, searched);
  if (example !== null) return { kind: "example", example };
  const mayBePart = unanchoredTextOf(searched) !== null;
  const flag = mayBePart && facts.ask(mayBeJson) ? flagNamed(text.folded) : null;
  if (flag === null || isKnownAsValue(facts, searched)) return null;
  const body = `{"${flag.name}":${flag.saysNo}}`;
  return excludesBody(searched.rule, searched.test, body) ? null : { kind: "flag", flag, body };
}

/** Whether another test of the rule asks for the field of that name, or excludes the name with a value. */
function asksForValue({ rule, test: own, text }: SearchedText): boolean {
  const { condition } = rule.model;
  const name = bareName(text.folded);
  if (condition.kind === "otherwise" || name === "") return false;
  return condition.tests.some(({ negated, test }) => {
    if (test === own.test || test.kind === "status") return false;
    if (test.field?.kind === "json") return isNamed(test.field.path.at(-1), name);
    return negated && test.kind === "text" && test.texts.some(({ folded }) => folded.includes(`${name}":`));
  });
}

function isNamed(segment: JsonSegment | undefined, name: string): boolean {
  return segment?.kind === "name" && foldText(segment.name) === name;
}

/** The example that shows it best: one that must get another outcome than the rule's. */
function exampleOf(facts: RuleFacts, { rule, test, textTest, text }: SearchedText): JsonExample | null {
  const examples = facts
    .ask(onlyInNames, text.folded)
    .filter(
      ({ subject }) =>
        placeOfText(textTest.how, text, subject.foldedBody) !== null && othersHold(rule, test, subject),
    );
  return examples.find(({ example }) => hasAnotherOutcome(example, rule)) ?? examples[0] ?? null;
}

/**
 * Whether the examples show the text as a value, never as a name alone, and it is written as one, in quotes, or is
 * reported already as part of its opposite: that it might be a name, too, would be one guess too many.
 */
function isKnownAsValue(facts: RuleFacts, { text }: SearchedText): boolean {
  if (!facts.ask(isInValues, text.folded)) return false;
  if (/^["'].*["']$/s.test(text.text)) return true;
  const opposites = oppositesOf(text.folded);
  return opposites !== null && !opposites.ofFailure;
}

/** Whether another test keeps the rule from holding for a body with that flag. */
function excludesBody({ model: { condition } }: CheckedRule, but: Test, body: string): boolean {
  if (condition.kind === "otherwise") return false;
  const subjects = [body, body.replace(":", ": ")].map((written) => new Subject({ body: written }));
  return condition.tests.some(
    (test) => test !== but && subjects.some((subject) => speaksAgainst(test, subject)),
  );
}

/** Whether the test fails for what stands in the body, and not only for what does not. */
function speaksAgainst(test: Test, subject: Subject): boolean {
  if (testHolds(test, subject) || test.test.kind === "status") return false;
  if (test.negated) return true;
  const { field } = test.test;
  return field !== null && subject.pick(field).length > 0;
}
