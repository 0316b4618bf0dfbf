import { type FoundPart, readAsJson } from "../../bodies/json-example.js";
import { type JsonLocation, type JsonValue, jsonPathTo, outlineJson } from "../../bodies/json-outline.js";
import { writeField } from "../../bodies/written-field.js";
import { writeJsonPath } from "../../model/json-path.js";
import type { UnanchoredText } from "../../model/tested-texts.js";
import { type TextPieces, writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import type { CheckedRule } from "../facts/checked-rule.js";
import { hasAnotherOutcome } from "../facts/checked-rule.js";
import { decidedBy, firstJson, membersNamed, valuesEqualTo } from "../facts/questions.js";
import type { RuleFacts } from "../facts/rule-facts.js";
import type { SearchedText } from "../facts/searched-texts.js";
import { isMatchable } from "./matchable-text.js";
import { firstFitting } from "./replaced-test.js";

/** `json "PATH"` as a file writes it. */
export function writeJsonField(location: JsonLocation): string {
  return writeField("json", writeJsonPath(jsonPathTo(location)));
}

/** `json "PATH" exact "TEXT"` as a file writes it. */
export function writeJsonTest(location: JsonLocation, ...texts: readonly TextPieces[]): string {
  return `${writeJsonField(location)} exact ${texts.map((pieces) => writeString(pieces)).join(", ")}`;
}

/** Tests on JSON fields that say what a text says which stands anywhere in the body, the likeliest first. */
export function* jsonTestsFor(
  facts: RuleFacts,
  { rule }: SearchedText,
  { text, folded }: UnanchoredText,
): Iterable<string> {
  for (const found of facts.ask(valuesEqualTo, folded)) {
    if (ofOutcome(found, rule)) yield writeJsonTest(found.part.location, [text]);
  }
  for (const found of valuesDecided(facts, rule)) {
    const { part, key } = found;
    if (!ofOutcome(found, rule)) continue;
    if (key.startsWith(folded)) yield writeJsonTest(part.location, [text, ""]);
    else if (key.includes(folded) && isFixedSentence(key)) yield writeJsonTest(part.location, [part.text]);
  }
  // The field that says the opposite (`invalid`) is the one that says it.
  for (const { part } of valuesHolding(facts, rule, folded)) yield writeJsonTest(part.location, [text]);
}

/** The values of the examples of another outcome that the text is a part of. */
function* valuesHolding(facts: RuleFacts, rule: CheckedRule, folded: string): Iterable<FoundPart<JsonValue>> {
  for (const { example, values } of facts.ask(firstJson).slice(0, MOST_DECIDED)) {
    if (!hasAnotherOutcome(example, rule)) continue;
    for (const found of values.slice(0, MOST_VALUES)) {
      if (found.part.text.length <= LONGEST_VALUE && found.key.includes(folded)) yield found;
    }
  }
}

/** What says the same every time, as far as one can see. */
function isFixedSentence(value: string): boolean {
  return value.length <= 60 && !/[0-9]/.test(value);
}

const MOST_DECIDED = 4;
const MOST_VALUES = 500;

/** A longer value is a text, not what a test of the whole field compares. */
const LONGEST_VALUE = 60;

function* valuesDecided(facts: RuleFacts, rule: CheckedRule): Iterable<FoundPart<JsonValue>> {
  const decided = facts.ask(decidedBy, rule).slice(0, MOST_DECIDED);
  for (const example of new Set(decided.map((outcome) => outcome.example))) {
    yield* readAsJson(example)?.values.slice(0, MOST_VALUES) ?? [];
  }
}

function ofOutcome(found: FoundPart<unknown>, rule: CheckedRule): boolean {
  return !hasAnotherOutcome(found.in.example, rule);
}

/** `"name": value` as a text has it: the value is a string, number, true, false or null. */
export interface MemberText {
  readonly name: string;
  readonly value: string;
}

/** The one member that a text is, brackets and commas around it left aside; null where it is none or more. */
export function readMember(text: string): MemberText | null {
  const { members = [], values = [] } = outlineJson(`{${withoutPunctuation(text)}}`) ?? {};
  const [member] = members;
  const [value] = values;
  if (member === undefined || value === undefined || members.length + values.length !== 2) return null;
  return value.location === member.location ? { name: member.name, value: value.text } : null;
}

/** The one string that a text is, brackets and commas around it left aside. */
export function readJsonStringText(text: string): string | null {
  const written = withoutPunctuation(text);
  return written.startsWith('"') ? (outlineJson(written)?.values[0]?.text ?? null) : null;
}

function withoutPunctuation(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && "{[, \t\r\n".includes(text.charAt(from))) from++;
  while (to > from && "}], \t\r\n".includes(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}

/**
 * The test on a JSON field that could replace one that looks for members of one name; where they stand is learnt from the
 * examples, and without any they stand in the outermost object.
 */
export function jsonTestForMembers(
  facts: RuleFacts,
  searched: SearchedText,
  members: readonly MemberText[],
): string | null {
  const [first] = members;
  if (first === undefined || members.some(({ name, value }) => name !== first.name || !isMatchable(value)))
    return null;
  const values = members.map(({ value }): TextPieces => [value]);
  const not = searched.test.negated ? "not " : "";
  const locations = locationsOfMember(facts, first);
  return firstFitting(
    facts,
    searched,
    locations.map((location) => not + writeJsonTest(location, ...values)),
  );
}

/** Where members of that name stand: with that value first, then nearest to the outside. */
function locationsOfMember(facts: RuleFacts, { name, value }: MemberText): readonly JsonLocation[] {
  const found = facts.ask(membersNamed, name);
  if (found.length === 0) return [{ parent: null, segment: { kind: "name", name } }];
  const locations = found.map(({ part }) => part.location);
  const withValue = new Set(facts.ask(valuesEqualTo, foldText(value)).map(({ part }) => part.location));
  const rank = (location: JsonLocation) => (withValue.has(location) ? 0 : 1000) + jsonPathTo(location).length;
  return [...locations].sort((a, b) => rank(a) - rank(b));
}
