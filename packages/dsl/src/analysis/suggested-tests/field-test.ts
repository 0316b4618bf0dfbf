import { type FoundField, readExample } from "../../bodies/read-example.js";
import type { UnanchoredText } from "../../model/tested-texts.js";
import { type TextPieces, writeString } from "../../syntax/text-literal.js";
import { type CheckedRule, isMeantFor } from "../facts/checked-rule.js";
import { decidedBy, examplesOf, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { firstFitting } from "./replaced-test.js";

/** `FIELD exact "TEXT"` as a file writes it. */
export function writeFieldTest(field: string, ...texts: readonly TextPieces[]): string {
  return `${field} exact ${texts.map((pieces) => writeString(pieces)).join(", ")}`;
}

/**
 * A test on a field that could replace one that looks for the text anywhere in the body, if an example of the rule's
 * verdict has a field that is the text, begins with it or holds it, or one of another verdict has a field that holds it
 * in its opposite. Null for lists and for what is not to be there.
 */
export function fieldTestForText(
  facts: RuleFacts,
  { rule, test, textTest }: SearchedText,
  { text, folded }: UnanchoredText,
): string | null {
  if (textTest.field !== null || textTest.texts.length > 1 || test.negated) return null;
  return firstFitting(facts, rule, test, candidatesFor(facts, rule, text, folded));
}

function* candidatesFor(facts: RuleFacts, rule: CheckedRule, text: string, folded: string): Iterable<string> {
  for (const found of facts.ask(valuesEqualTo, folded)) {
    if (isMeantFor(rule, found.in.example)) yield writeFieldTest(found.field.written, [text]);
  }
  for (const found of valuesDecided(facts, rule)) {
    const { field, key } = found;
    if (!isMeantFor(rule, found.in.example)) continue;
    if (key.startsWith(folded)) yield writeFieldTest(field.written, [text, ""]);
    else if (key.includes(folded) && isFixedSentence(key)) yield writeFieldTest(field.written, [field.text]);
  }
  // The field that says the opposite (`invalid`) is the one that says it.
  for (const { field } of valuesHolding(facts, rule, folded)) yield writeFieldTest(field.written, [text]);
}

/** The values of the first examples with another verdict that the text is a part of. */
function* valuesHolding(facts: RuleFacts, rule: CheckedRule, folded: string): Iterable<FoundField> {
  for (const example of facts.ask(examplesOf).slice(0, MOST_LOOKED_AT)) {
    if (isMeantFor(rule, example)) continue;
    for (const found of readExample(example)?.fields ?? []) {
      if (found.key.length <= LONGEST_VALUE && found.key.includes(folded)) yield found;
    }
  }
}

/** What says the same every time, as far as one can see. */
function isFixedSentence(value: string): boolean {
  return value.length <= LONGEST_VALUE && !/[0-9]/.test(value);
}

/** Examples whose fields are looked through for a place that says the text, at most: the first ones show where it stands. */
const MOST_LOOKED_AT = 8;

/** A longer value is a text, not what a test of the whole field compares. */
const LONGEST_VALUE = 60;

function* valuesDecided(facts: RuleFacts, rule: CheckedRule): Iterable<FoundField> {
  const decided = facts.ask(decidedBy, rule).slice(0, MOST_LOOKED_AT);
  for (const example of new Set(decided.map((outcome) => outcome.example))) {
    yield* readExample(example)?.fields ?? [];
  }
}
