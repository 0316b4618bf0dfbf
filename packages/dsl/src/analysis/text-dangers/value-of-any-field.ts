import { shownSource } from "../../findings/quoted.js";
import { testHolds } from "../../matching/interpret.js";
import { Subject } from "../../matching/subject.js";
import { stretchesOf, type TextStretch, textSearchedAnywhere } from "../../model/tested-texts.js";
import { foldText } from "../../text/case-folding.js";
import { askedByRule } from "../facts/asked-by-rule.js";
import { othersHold } from "../facts/checked-rule.js";
import { examplesOf, mayHaveNames, structure } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import type { UnplacedFinding } from "../placing/unplaced-finding.js";
import { fieldTestForText } from "../suggested-tests/field-test.js";
import { memberTestFor } from "../suggested-tests/member-test.js";
import { successTestFor } from "../suggested-tests/success-test.js";
import { suggestTest } from "../suggested-tests/suggested-test.js";
import { wholeBodyTest } from "../suggested-tests/whole-body-test.js";

/** Values that fields of every sort have. */
const VALUES: ReadonlySet<string> = new Set(["true", "false", "yes", "no", "y", "n", "t", "f", "null"]);

/** A text that is the value of many fields, so that it says nothing of the one that is meant. */
export function valueOfAnyField(facts: RuleFacts, searched: SearchedText): UnplacedFinding | null {
  const { rule, test, textTest, text } = searched;
  const value = textTest.field === null && !test.negated ? valueIn(searched) : null;
  if (value === null || asksForFieldBesides(searched)) return null;
  // Behind a name any value can be another field's.
  if (value.name === null && !isValue(value.folded.trim())) return null;
  if (!/^[0-9]/.test(value.folded.trim()) && !facts.ask(mayHaveNames)) return null;
  const body = bodyWith(facts, value, rule.model.outcome === "success");
  const subject = new Subject({ body });
  if (!testHolds(test, subject)) return null;
  const witness = othersHold(rule, test, subject) ? { status: null, body } : null;
  const better = textTest.texts.length > 1 ? null : betterTest(facts, searched, value);
  const fixes = better === null ? [] : [suggestTest(test.span, better)];
  const parameters = {
    text: value.text,
    body,
    better: better === null ? null : shownSource(better),
    isJson: facts.ask(structure) !== "xml",
  };
  return { name: "value-of-any-field", parameters, span: text.span, witness, fixes };
}

interface SearchedValue extends TextStretch {
  /** The name that must stand somewhere before it; null where it is looked for alone. */
  readonly name: string | null;
}

/** The text that is looked for anywhere, or the last stretch of a pattern like `*"success"*true*`, which any field may end. */
function valueIn(searched: SearchedText): SearchedValue | null {
  const alone = textSearchedAnywhere(searched);
  if (alone !== null) return { ...alone, name: null };
  const stretches = stretchesOf(searched).filter(({ text }) => text.trim() !== "");
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || !isOpen(searched.text.pieces)) return null;
  const name = /^[\s{,]*"([^"]+)"(?:\s*:)?$/.exec(first.text.trimEnd())?.[1];
  const isMember = name !== undefined && stretches.slice(1, -1).every(({ text }) => text.trim() === ":");
  return isMember && last !== first
    ? { text: unquoted(last.text), folded: unquoted(last.folded), name }
    : null;
}

function isOpen(pieces: readonly string[]): boolean {
  return pieces[0] === "" && pieces.at(-1) === "";
}

function unquoted(text: string): string {
  return text.trim().replace(/^"|"$/g, "");
}

function isValue(folded: string): boolean {
  return VALUES.has(folded) || /^[0-9]{1,2}$/.test(folded);
}

/** Whether another test asks for a field, in whatever way: then that decides. */
function asksForFieldBesides({ rule, test: own }: SearchedText): boolean {
  const { fieldTests } = askedByRule(rule.model);
  return fieldTests.size > (fieldTests.has(own.test) ? 1 : 0);
}

/** An answer that says the opposite of what the rule means, and has the value elsewhere. */
function bodyWith(facts: RuleFacts, { text, name }: SearchedValue, isSuccess: boolean): string {
  const value = text.trim();
  const said = isSuccess ? "false" : "true";
  const other = /^[0-9]/.test(value) ? "attempts" : "test";
  if (facts.ask(structure) === "xml")
    return `<response><success>${said}</success><${other}>${value}</${other}></response>`;
  if (!facts.ask(mayHaveNames)) return isSuccess ? `Rejected, code ${value}` : `Accepted, id ${value}`;
  const written = /^(?:true|false|null|[0-9]|[1-9][0-9])$/.test(value) ? value : JSON.stringify(value);
  if (name === null || isValue(foldText(value)))
    return `{"${name ?? "success"}":${said},"${other}":${written}}`;
  return `{"${name}":"${isSuccess ? "rejected" : "accepted"}","note":${written}}`;
}

/** A test of the whole body, if that is nothing else, or of the field that is meant. */
function betterTest(facts: RuleFacts, searched: SearchedText, value: SearchedValue): string | null {
  const { rule, test } = searched;
  const whole = wholeBodyTest(facts, searched, value);
  if (whole !== null) return whole;
  if (facts.ask(examplesOf).length === 0) return null;
  if (value.name !== null) return memberTestFor(facts, searched) ?? successTestFor(facts, rule, test);
  return successTestFor(facts, rule, test) ?? fieldTestForText(facts, searched, value);
}
