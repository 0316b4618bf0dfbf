import { subjectOf } from "../../bodies/example-subject.js";
import { innerBodiesOf } from "../../bodies/inner-bodies.js";
import type { FoundField, FoundName, ReadExample } from "../../bodies/read-example.js";
import type { ExampleOutcome } from "../../examples/example-outcomes.js";
import { memoized } from "../../incremental/memoized.js";
import type { Subject } from "../../matching/subject.js";
import type { ExampleModel, RuleModel } from "../../model/mapping.js";
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

/** What the file's examples show of a rule; of one that never decides they can show nothing. */
export type RuleUse = "decides" | "is-meant-by-failing" | "never-decides" | "decides-none" | "no-examples";

/**
 * Whether the rule decides an example, or one that fails would pass if it did, and else whether any response is left for it, as
 * far as that is decided; of a file without examples only its first rule is told apart, by `isFirstRule`. One question, since it
 * is asked for every rule.
 */
export function useOf(mapping: AnalysedMapping, rule: CheckedRule): RuleUse {
  if (!hasExamples(mapping)) return "no-examples";
  if (decidedBy(mapping, rule).length > 0) return "decides";
  if (mapping.isMeantByFailing(rule)) return "is-meant-by-failing";
  return mapping.neverDecides(rule) ? "never-decides" : "decides-none";
}

/** An example that the rule would give its outcome, did another not decide it; null where there is none. */
export function takenFrom(
  mapping: AnalysedMapping,
  rule: CheckedRule,
): { readonly example: ExampleModel; readonly by: RuleModel } | null {
  return mapping.takenFrom(rule);
}

/** Whether no response is left for the rule, as far as that is known. */
export function neverDecides(mapping: AnalysedMapping, rule: CheckedRule): boolean {
  return mapping.neverDecides(rule);
}

/** Whether the rule is the first of the file's own. */
export function isFirstRule({ firstOwnRule }: AnalysedMapping, { model, nth }: CheckedRule): boolean {
  return nth === 0 && firstOwnRule === model;
}

/** Whether JSON is to be reckoned with: an example shows it, or none shows anything. */
export function mayBeJson({ knowledge }: AnalysedMapping): boolean {
  return knowledge.bodies.mayBeJson;
}

/** The field that picks JSON which stands inside an example, of the first that has some; null where none has. */
export function innerJson({ knowledge }: AnalysedMapping): string | null {
  return innerJsonOf(knowledge.bodies.recorded);
}

const innerJsonOf = memoized((examples: readonly ExampleModel[]): string | null => {
  for (const example of examples) {
    const found = innerBodiesOf(subjectOf(example)).find(({ kind }) => kind === "json");
    if (found !== undefined) return found.written;
  }
  return null;
});

/** Whether bodies in which parts have names are to be reckoned with: an example is one, or there is none. */
export function mayHaveNames({ knowledge }: AnalysedMapping): boolean {
  return knowledge.bodies.mayHaveNames;
}

/** What the examples are, if most that have a body are not plain text. */
export function structure({ knowledge }: AnalysedMapping): "json" | "xml" | "html" | null {
  return knowledge.bodies.structure;
}

/** The file's own examples, in order, without those whose responses are made up. */
export function examplesOf({ knowledge }: AnalysedMapping): readonly ExampleModel[] {
  return knowledge.bodies.recorded;
}

/** The file's own examples that no rule above decides: what the rule's tests say of them matters. */
export function examplesLeftFor(mapping: AnalysedMapping, rule: CheckedRule): readonly ExampleModel[] {
  return mapping.examplesLeftFor(rule);
}

/** Whether replacements of the rule's tests can be tried on all examples: in a file with very many, only for the first rules. */
export function canTryExamples(mapping: AnalysedMapping, rule: CheckedRule): boolean {
  return mapping.canTryExamples(rule);
}

/** Whether one of the first rules that stand above takes a response: then this rule never sees it. */
export function takenAbove(
  mapping: AnalysedMapping,
  { rule, subject }: { readonly rule: CheckedRule; readonly subject: Subject },
): boolean {
  return mapping.takenAbove(rule, subject);
}

/** Where parts of examples' bodies first have that name. */
export function partsNamed({ knowledge }: AnalysedMapping, name: string): readonly FoundName[] {
  return knowledge.bodies.partsNamed(name);
}

/** The first texts of examples' fields that are the folded text. */
export function valuesEqualTo({ knowledge }: AnalysedMapping, folded: string): readonly FoundField[] {
  return knowledge.bodies.valuesEqualTo(folded);
}

/** Whether the body of an example, as `exact` compares it, is the folded text. */
export function isWholeBody({ knowledge }: AnalysedMapping, folded: string): boolean {
  return knowledge.bodies.hasWhole(folded);
}

/** The first examples in which a folded keyword on the body stands only in names. */
export function onlyInNames({ knowledge }: AnalysedMapping, keyword: string): readonly ReadExample[] {
  const places = knowledge.keywordPlaces.found.get(keyword);
  return places === undefined ? [] : knowledge.bodies.inOrder(places.onlyInNames);
}

/** Whether there is an example in which such a keyword stands in a value, or reaches into one. */
export function isInValues({ knowledge }: AnalysedMapping, keyword: string): boolean {
  return knowledge.keywordPlaces.found.get(keyword)?.inValues ?? false;
}

/** The text of another rule that a text of a rule is a part of, where that matters. */
export function containingText(mapping: AnalysedMapping, searched: SearchedText): ContainingText | null {
  const { order, knowledge } = mapping;
  return textContaining(searched, order, knowledge.textsOfRules, (place) => mapping.isToldUnreachable(place));
}
