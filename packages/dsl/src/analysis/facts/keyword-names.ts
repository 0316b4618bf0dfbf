import type { ReadExample } from "../../bodies/read-example.js";
import { placeOfText, testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import type { Test } from "../../model/mapping.js";
import { testsOf } from "../../model/rule-parts.js";
import { type TextStretch, textSearchedAnywhere } from "../../model/tested-texts.js";
import { bareName, type Flag, flagNamed } from "../words/flag-names.js";
import { oppositesOf } from "../words/opposite-words.js";
import { roleOfName } from "../words/verdict-names.js";
import { askedByRule } from "./asked-by-rule.js";
import { type CheckedRule, isMeantFor, othersHold } from "./checked-rule.js";
import { excludesOpposite } from "./opposites-left.js";
import { examplesOf, isInValues, mayHaveNames, onlyInNames, structure } from "./questions.js";
import type { RuleFacts } from "./rule-facts.js";
import type { SearchedText } from "./searched-texts.js";

/** Why a text is taken for a field's name. */
export type NameEvidence =
  /** In this example it stands in names only. */
  | { readonly kind: "example"; readonly example: ReadExample }
  /** Systems have flags of that name; the body is one that says no. */
  | { readonly kind: "flag"; readonly flag: Flag; readonly body: string };

/**
 * Whether a text is looked for anywhere in the body where it may be nothing but a field's name, and why; null where it is
 * not, or the rest of the rule's condition takes care of it.
 */
export function keywordIsName(facts: RuleFacts, searched: SearchedText): NameEvidence | null {
  const text = searched.textTest.field === null ? textSearchedAnywhere(searched) : null;
  if (text === null || asksForValue(searched, text.folded)) return null;
  // Who writes the bracket means the element, and for a reason it is often enough that there is one.
  if (text.folded.trimStart().startsWith("<") && searched.rule.model.outcome !== "success") return null;
  const example = exampleOf(facts, searched, text.folded);
  if (example !== null) return { kind: "example", example };
  const flag = flagNamed(text.folded) ?? idNamed(facts, searched, text.text);
  if (flag === null || !facts.ask(mayHaveNames) || isKnownAsValue(facts, searched, text)) return null;
  // Who excludes a word's opposite thinks of sentences, and what a success must not say can only make it rarer.
  if (searched.textTest.how === "word" && excludesOpposite(searched, text)) return null;
  if (searched.test.negated && searched.rule.model.outcome === "success") return null;
  const body = bodySayingNo(flag, facts.ask(structure) === "xml");
  return excludesBody(searched.rule, searched.test, body) ? null : { kind: "flag", flag, body };
}

/** A name of an id that a success rule looks for, where no example tells better: a refusal has it, too, or names it as missing. */
function idNamed(facts: RuleFacts, { rule, test }: SearchedText, text: string): Flag | null {
  const name = bareName(text);
  if (rule.model.outcome !== "success" || test.negated || facts.ask(examplesOf).length > 0) return null;
  return /^[a-z][\w-]*$/i.test(name) && roleOfName(name) === "id"
    ? { name, saysNo: "null", yes: null }
    : null;
}

function bodySayingNo({ name, saysNo }: Flag, isXml: boolean): string {
  if (!isXml) return `{"${name}":${saysNo}}`;
  return saysNo === "false" ? `<${name}>false</${name}>` : `<${name}/>`;
}

/** Whether another test of the rule asks for the field of that name, or excludes the name with a value. */
function asksForValue({ rule, test: own }: SearchedText, folded: string): boolean {
  const name = bareName(folded);
  if (name === "") return false;
  const { testsByName, textsWithNames } = askedByRule(rule.model);
  return (
    (testsByName.get(name) ?? []).some((test) => test !== own.test) ||
    textsWithNames.some(({ test, folded: excluded }) => test !== own.test && excluded.includes(`${name}":`))
  );
}

/** The example that shows it best: one that must not get the rule's verdict. */
function exampleOf(
  facts: RuleFacts,
  { rule, test, textTest, text }: SearchedText,
  folded: string,
): ReadExample | null {
  const examples = facts
    .ask(onlyInNames, folded)
    .filter(
      ({ subject }) =>
        placeOfText(textTest.how, text, subject.foldedBody) !== null && othersHold(rule, test, subject),
    );
  return examples.find(({ example }) => !isMeantFor(rule, example)) ?? examples[0] ?? null;
}

/**
 * Whether there are examples, which never show the text as a name alone, and the guess that it might be one is one too many:
 * the rule is no success, or the text is reported as part of its opposite, or it is written as a value, in quotes, as they
 * show it.
 */
function isKnownAsValue(facts: RuleFacts, { rule }: SearchedText, { text, folded }: TextStretch): boolean {
  if (facts.ask(examplesOf).length === 0) return false;
  if (rule.model.outcome !== "success") return true;
  const opposites = oppositesOf(folded);
  if (opposites !== null && !opposites.ofFailure) return true;
  return facts.ask(isInValues, folded) && /^["'].*["']$/s.test(text);
}

/** Whether another test keeps the rule from holding for a body with that flag. */
function excludesBody({ model: { condition } }: CheckedRule, but: Test, body: string): boolean {
  const subjects = [body, body.replace(":", ": ")].map((written) => new Subject({ body: written }));
  return testsOf(condition).some(
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
