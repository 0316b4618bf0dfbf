import type { FormExample } from "../../bodies/form-example.js";
import { formPieceIn } from "../../bodies/form-outline.js";
import type { UnanchoredText } from "../../model/tested-texts.js";
import { type TextPieces, writeString } from "../../syntax/text-literal.js";
import { hasAnotherOutcome } from "../facts/checked-rule.js";
import { firstForms } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { isMatchable } from "./matchable-text.js";
import { firstFitting } from "./replaced-test.js";

/** `form "NAME" exact "TEXT"` as a file writes it. */
function writeFormTest(name: string, ...texts: readonly TextPieces[]): string {
  return `form ${writeString([name])} exact ${texts.map((pieces) => writeString(pieces)).join(", ")}`;
}

/**
 * The test on a field of a form that says what a test on the body's text says by pieces of one: for `status=success` that is
 * `form "status" exact "success"`. Null where no example is a form with that name, where the texts are no pieces with one
 * name, or where the examples speak against it.
 */
export function formTestForPieces(
  facts: RuleFacts,
  searched: SearchedText,
  texts: readonly string[],
): string | null {
  const pieces = texts.flatMap((text) => formPieceIn(text) ?? []);
  const [first] = pieces;
  if (first === undefined || pieces.length !== texts.length) return null;
  if (pieces.some(({ name, text }) => name !== first.name || !canBeTested(text))) return null;
  const isShown = facts.ask(firstForms).some(({ values }) => values.some(({ name }) => name === first.name));
  if (!isShown) return null;
  const written = writeFormTest(first.name, ...pieces.map(({ text }): TextPieces => [text]));
  return firstFitting(facts, searched, [searched.test.negated ? `not ${written}` : written]);
}

/** Tests on fields of forms that say what a text says which stands anywhere in the body, the likeliest first. */
export function* formTestsFor(
  facts: RuleFacts,
  { rule }: SearchedText,
  { text, folded }: UnanchoredText,
): Iterable<string> {
  if (!canBeTested(text)) return;
  const forms = facts.ask(firstForms);
  const own = forms.filter(({ example }) => !hasAnotherOutcome(example, rule));
  for (const { name, folded: value } of valuesOf(own))
    if (value === folded) yield writeFormTest(name, [text]);
  for (const { name, folded: value } of valuesOf(own))
    if (value.startsWith(folded)) yield writeFormTest(name, [text, ""]);
  // The field that says the opposite (`invalid`) is the one that says it.
  const others = forms.filter(({ example }) => hasAnotherOutcome(example, rule));
  for (const { name, folded: value } of valuesOf(others))
    if (value.includes(folded)) yield writeFormTest(name, [text]);
}

function* valuesOf(forms: readonly FormExample[]): Iterable<FormExample["values"][number]> {
  for (const { values } of forms) yield* values;
}

/** An empty value says that the field is missing or empty. */
function canBeTested(value: string): boolean {
  return value !== "" && isMatchable(value);
}
