import { memoized } from "../../incremental/memoized.js";
import type { Field } from "../../model/field.js";
import type { RuleModel, Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { textSearchedAnywhere } from "../../model/tested-texts.js";
import { receivedIn } from "../facts/received-status.js";
import { isOfWords, wordsOf } from "../words/sentence-words.js";
import type { HeldRefusals } from "./held-refusals.js";
import { asksForAbsence, fieldsAskedFor } from "./other-fields.js";

/** Why a success rule takes more than successes: what it asks for, a refusal can have as well. */
export type SuccessWidth =
  /** It asks for nothing but a status that only says that the request arrived. */
  | { readonly kind: "status" }
  /** It only asks that something is missing. */
  | { readonly kind: "absence" }
  /** It looks for a word anywhere in the body, or in a field. */
  | { readonly kind: "words"; readonly field: Field | null }
  /** It holds for recorded refusals, which rules above it take. */
  | { readonly kind: "recorded"; readonly held: HeldRefusals };

/** In what a rule is wide; null for one that is no success, or asks for more: a value, a piece of markup, two things at once. */
export const widthOf = memoized((rule: RuleModel): SuccessWidth | null => {
  const { outcome, condition } = rule;
  if (outcome !== "success" || condition.kind === "otherwise") return null;
  const [only, ...others] = ofBody(condition.tests);
  if (only === undefined) return receivedIn(rule) === null ? null : { kind: "status" };
  if ([only, ...others].every(asksForAbsence)) return { kind: "absence" };
  const { negated, test } = only;
  if (others.length > 0 || negated || test.kind !== "text") return null;
  const areWords = test.texts.every((text) => {
    const searched = textSearchedAnywhere({ textTest: test, text });
    return searched !== null && isWord(searched.folded);
  });
  return areWords ? { kind: "words", field: test.field } : null;
});

/**
 * Whether responses that are meant for a refusal rule can be among what such a success takes, by what the rules ask of one body or
 * field; of two fields `OtherFields` knows more.
 */
export function canTakeFrom(width: SuccessWidth, rule: RuleModel): boolean {
  const tests = testsOf(rule.condition);
  switch (width.kind) {
    case "status":
      return ofBody(tests).some((test) => !asksForAbsence(test));
    case "absence":
      return tests.some((test) => !asksForAbsence(test));
    case "recorded":
      return fieldsAskedFor(rule).some(({ key }) => width.held.toldBy.has(key));
    case "words":
      return ofBody(tests).some((test) =>
        width.field === null ? !asksForAbsence(test) : looksInto(test, width.field),
      );
  }
}

function ofBody(tests: readonly Test[]): readonly Test[] {
  return tests.filter(({ test }) => test.kind !== "status");
}

/** Whether the test looks for a text somewhere in what the field picks. */
function looksInto({ negated, test }: Test, field: Field): boolean {
  if (negated || test.kind !== "text" || test.field?.key !== field.key) return false;
  return test.texts.some((text) => textSearchedAnywhere({ textTest: test, text }) !== null);
}

/** A phrase is hardly ever in a refusal as it is. */
const MOST_WORDS = 1;

/** Whether a text is a word as it stands in a sentence, without signs of JSON, XML or a form. */
function isWord(folded: string): boolean {
  const count = wordsOf(folded).length;
  return count > 0 && count <= MOST_WORDS && isOfWords(folded);
}
