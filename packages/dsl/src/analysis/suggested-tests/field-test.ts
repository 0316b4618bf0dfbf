import type { UnanchoredText } from "../../model/tested-texts.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { formTestsFor } from "./form-test.js";
import { jsonTestsFor } from "./json-test.js";
import { firstFitting } from "./replaced-test.js";

/**
 * A test on a field of JSON or of a form that could replace one that looks for the text anywhere in the body, if an example of
 * the rule's outcome has a value that is the text, begins with it or holds it, or one of another outcome has a value that holds
 * it in its opposite. Null for lists and for what is not to be there.
 */
export function fieldTestFor(facts: RuleFacts, searched: SearchedText, text: UnanchoredText): string | null {
  return jsonTestFor(facts, searched, text) ?? fitting(facts, searched, formTestsFor(facts, searched, text));
}

/** The same on a field of JSON alone. */
export function jsonTestFor(facts: RuleFacts, searched: SearchedText, text: UnanchoredText): string | null {
  return fitting(facts, searched, jsonTestsFor(facts, searched, text));
}

/** The first test that fits in the place of one that looks for one text, which has to be there, in the body. */
function fitting(facts: RuleFacts, searched: SearchedText, tests: Iterable<string>): string | null {
  const { test, textTest } = searched;
  if (textTest.field !== null || textTest.texts.length > 1 || test.negated) return null;
  return firstFitting(facts, searched, tests);
}
