import type { FormExample } from "../../bodies/form-example.js";
import type { FoundPart, JsonExample } from "../../bodies/json-example.js";
import type { JsonMember, JsonValue } from "../../bodies/json-outline.js";
import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import type { AnalysedMapping } from "../analysed-mapping.js";
import type { CheckedRule } from "./checked-rule.js";
import { type ContainingText, textContaining } from "./containing-texts.js";
import type { SearchedText } from "./searched-texts.js";

/*
 * All that the check of a rule may ask about the rest of its mapping, each question a function: what it is asked of comes
 * first, what it is about behind that. A check asks through `RuleFacts`, which writes the answers down. They say nothing of
 * places, and those to which an edit makes no difference are equal before and after it: values, lists, or records. A
 * question keeps nothing of the mapping that it was asked of.
 */

/** How the examples go that the rule decides. */
export function decidedBy(mapping: AnalysedMapping, rule: CheckedRule): readonly ExampleOutcome[] {
  return mapping.decidedBy(rule);
}

/** Whether the file has any example. */
export function hasExamples({ mapping }: AnalysedMapping): boolean {
  return mapping.examples.length > 0;
}

/** Whether the rule is the first of the file's own. */
export function isFirstRule({ firstOwnRule }: AnalysedMapping, { model, nth }: CheckedRule): boolean {
  return nth === 0 && firstOwnRule === model;
}

/** Whether an example fails that would pass if the rule decided it. */
export function isMeantByFailing(mapping: AnalysedMapping, rule: CheckedRule): boolean {
  return mapping.isMeantByFailing(rule);
}

/** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
export function mayBeJson({ knowledge }: AnalysedMapping): boolean {
  return knowledge.bodies.mayBeJson;
}

/** What the examples are, if most that have a body are not plain text. */
export function structure({ knowledge }: AnalysedMapping): "json" | "xml" | "html" | null {
  return knowledge.bodies.structure;
}

/** The first examples whose body can be read as JSON. */
export function firstJson({ knowledge }: AnalysedMapping): readonly JsonExample[] {
  return knowledge.bodies.firstJson;
}

/** The first examples whose body is a form. */
export function firstForms({ knowledge }: AnalysedMapping): readonly FormExample[] {
  return knowledge.bodies.firstForms;
}

/** The first members of that name in JSON examples. */
export function membersNamed({ knowledge }: AnalysedMapping, name: string): readonly FoundPart<JsonMember>[] {
  return knowledge.bodies.membersNamed(name);
}

/** The first values in JSON examples that are the folded text. */
export function valuesEqualTo(
  { knowledge }: AnalysedMapping,
  folded: string,
): readonly FoundPart<JsonValue>[] {
  return knowledge.bodies.valuesEqualTo(folded);
}

/** Whether the body of an example, as `exact` compares it, is the folded text. */
export function isWholeBody({ knowledge }: AnalysedMapping, folded: string): boolean {
  return knowledge.bodies.hasWhole(folded);
}

/** The first JSON examples in which a folded keyword on the body stands only in names. */
export function onlyInNames({ knowledge }: AnalysedMapping, keyword: string): readonly JsonExample[] {
  const places = knowledge.keywordPlaces.found.get(keyword);
  return places === undefined ? [] : knowledge.bodies.inOrder(places.onlyInNames);
}

/** Whether there is an example in which such a keyword stands in a value, or reaches into one. */
export function isInValues({ knowledge }: AnalysedMapping, keyword: string): boolean {
  return knowledge.keywordPlaces.found.get(keyword)?.inValues ?? false;
}

/** The text of another rule that a text of a rule is a part of, where that matters. */
export function containingText(mapping: AnalysedMapping, searched: SearchedText): ContainingText | null {
  return textContaining(searched, mapping.order, mapping.knowledge.textsOfRules);
}
