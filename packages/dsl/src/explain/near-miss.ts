import { outlineForm } from "../bodies/form-outline.js";
import { outlineJson } from "../bodies/json-outline.js";
import { outlineXml, type XmlElement, type XmlValue } from "../bodies/xml-outline.js";
import { groupBy } from "../incremental/groups.js";
import { testHolds } from "../matching/interpret.js";
import type { PickedText, Subject } from "../matching/subject.js";
import type { Field } from "../model/field.js";
import type { FieldPart } from "../model/field-part.js";
import { keyOfChain } from "../model/fields/chain-field.js";
import { type JsonPath, writeJsonPath } from "../model/json-path.js";
import type { PositiveTest, Rule, Test } from "../model/mapping.js";
import type { MappingText } from "../model/mapping-text.js";
import { fieldOfTest } from "../model/rule-parts.js";
import { type TextTest, unanchoredTextOf } from "../model/tested-texts.js";
import { writeXmlPath } from "../model/xml-path.js";
import { compareDecimals, readDecimal } from "../runtime/decimal.js";
import { findText, type TextRange } from "../runtime/text-matching.js";
import type { XmlPath } from "../runtime/xml-steps.js";
import { isSearchWord } from "../syntax/vocabulary.js";
import { foldText } from "../text/case-folding.js";
import { isCurrencySign } from "../text/character-classes.js";
import { escapedTexts } from "../text/escaped-texts.js";
import {
  differsByTypo,
  equalBesidesSpace,
  occurrenceBesidesSpace,
  occurrenceWithTypo,
} from "../text/near-occurrence.js";
import { missingPartOf } from "./missing-part.js";
import { placeInBody } from "./picked-place.js";

/** By how little a rule does not hold for a response. */
export type NearMiss =
  /** The body has the text with other white space, escaped, as a number written otherwise, or with one other character; and where. */
  | { readonly kind: TextMiss; readonly wanted: string; readonly place: TextRange }
  /** The body has the field under names that are written otherwise only in their case. */
  | { readonly kind: "path"; readonly written: string; readonly actual: string };

/** In what a text differs from what the body has; what is sooner meant comes first. */
const TEXT_MISSES = ["spacing", "escapes", "number", "character"] as const;
type TextMiss = (typeof TEXT_MISSES)[number];

/** Larger bodies are not looked at, and of a longer condition nothing can be said in a line. */
const LARGEST_BODY = 64 * 1024;
const MOST = { tests: 16, texts: 32, parts: 16 };
const LONGEST_TEXT = 1000;

/**
 * Why a rule does not hold, if it nearly does: all its tests but one hold, and that one fails by the spacing, by escapes, by the
 * way in which a number is written, by one character, or by the case of a path's name. Null for a rule that holds, and where nothing so small is the reason.
 * Time is bounded whatever the rule and the body.
 */
export function nearMissOf(rule: Pick<Rule, "model">, subject: Subject): NearMiss | null {
  const { condition } = rule.model;
  if (subject.body.length > LARGEST_BODY) return null;
  if (condition.kind === "otherwise" || condition.tests.length > MOST.tests) return null;
  if (condition.tests.some(({ test }) => test.kind === "text" && test.texts.length > MOST.texts)) return null;
  const failing = condition.tests.filter((test) => !testHolds(test, subject));
  const [test] = failing;
  return test === undefined || failing.length > 1 ? null : nearMissOfTest(test, subject);
}

function nearMissOfTest(test: Test, subject: Subject): NearMiss | null {
  const field = fieldOfTest(test.test);
  if (field !== null && subject.pick(field).length === 0) return nearPath(test, field, subject);
  return test.test.kind === "text" && !test.negated ? nearText(test.test, subject) : null;
}

function nearText(test: TextTest, subject: Subject): NearMiss | null {
  const parts = test.field === null ? [wholeBody(subject)] : subject.pick(test.field).slice(0, MOST.parts);
  for (const kind of TEXT_MISSES) {
    for (const wanted of test.texts) {
      if (wanted.text.length > LONGEST_TEXT) continue;
      for (const part of parts) {
        const found = part.folded === null ? null : nearPlace(kind, test, wanted, part.folded);
        if (found === null) continue;
        return { kind, wanted: wanted.text, place: placeInBody(part, found, subject.body) };
      }
    }
  }
  return null;
}

function wholeBody({ body, foldedBody }: Subject): PickedText {
  return { text: body, folded: foldedBody, blank: false, start: 0, end: body.length };
}

/** Where a part of the body nearly is what is wanted; both are folded. */
function nearPlace(kind: TextMiss, textTest: TextTest, text: MappingText, part: string): TextRange | null {
  const { folded, foldedPieces } = text;
  const searched = isSearchWord(textTest.how)
    ? folded
    : (unanchoredTextOf({ textTest, text })?.folded ?? null);
  if (searched !== null) {
    return occurrenceNear(kind, part, searched);
  }
  if (foldedPieces.length > 1) return null;
  const start = part.length - part.trimStart().length;
  const whole = part.trim();
  return folded !== "" && isNear(kind, whole, folded) ? { start, end: start + whole.length } : null;
}

/** Where a part of the body nearly has what is searched for. */
function occurrenceNear(kind: TextMiss, part: string, searched: string): TextRange | null {
  switch (kind) {
    case "spacing":
      return occurrenceBesidesSpace(part, searched);
    case "escapes":
      return occurrenceOfAny(part, escapedTexts(searched));
    case "number":
      return null;
    case "character":
      return occurrenceWithTypo(part, searched);
  }
}

function occurrenceOfAny(part: string, texts: readonly string[]): TextRange | null {
  for (const text of texts) {
    const start = findText(part, text, 0);
    if (start >= 0) return { start, end: start + text.length };
  }
  return null;
}

function isNear(kind: TextMiss, whole: string, folded: string): boolean {
  switch (kind) {
    case "spacing":
      return equalBesidesSpace(whole, folded);
    case "escapes":
      return escapedTexts(folded).includes(whole);
    case "number":
      return isSameNumber(whole, folded);
    case "character":
      return differsByTypo(whole, folded);
  }
}

/** 12.5 is 12.50, though not as a text. */
function isSameNumber(whole: string, wanted: string): boolean {
  const [found, asked] = [readDecimal(whole, isCurrencySign), readDecimal(wanted, isCurrencySign)];
  return found !== null && asked !== null && compareDecimals(found, asked) === 0;
}

/** The first path with the names as the body writes them for which the test would hold. */
function nearPath(test: Test, field: Field, subject: Subject): NearMiss | null {
  for (const { written, actual, field: inBody } of fieldsLike(field, subject)) {
    const nearly = { ...test, test: askedOf(inBody, test.test) };
    if (testHolds(nearly, subject)) return { kind: "path", written, actual };
  }
  return null;
}

function askedOf(field: Field, test: PositiveTest): PositiveTest {
  switch (test.kind) {
    case "status":
      return test;
    case "text":
    case "number":
    case "empty":
      return { ...test, field };
  }
}

/** A field that differs from another in one path alone. */
interface NearField {
  readonly written: string;
  readonly actual: string;
  readonly field: Field;
}

/** Fields like one that picks nothing, with the path of the part that picks nothing as the text that it reads has it. */
function* fieldsLike(field: Field, subject: Subject): Generator<NearField> {
  const { part, text, fault } = missingPartOf(field, subject);
  if (text === null || fault !== null) return;
  for (const near of partsLike(part, text)) {
    yield { ...near, field: withPart(field, part, near.field) };
  }
}

function withPart(field: Field, part: FieldPart, other: FieldPart): Field {
  if (field.kind !== "chain") return other;
  const [first, second, ...others] = field.parts;
  const inPlace = (own: FieldPart) => (own === part ? other : own);
  const parts = [inPlace(first), inPlace(second), ...others.map(inPlace)] as const;
  return { ...field, parts, key: keyOfChain(parts) };
}

interface NearPart {
  readonly written: string;
  readonly actual: string;
  readonly field: FieldPart;
}

/** Only names can be written in nearly the right way; what a part of another kind picks by is in the body or is not. */
function* partsLike(part: FieldPart, text: string): Generator<NearPart> {
  if (part.kind === "json") {
    const spellings = spellingsOf((outlineJson(text)?.members ?? []).map(({ name }) => name));
    for (const path of jsonPathsLike(part.path, spellings)) {
      const actual = writeJsonPath(path);
      const field = { ...part, path, written: actual, key: `json ${actual}` };
      yield { written: part.written, actual, field };
    }
  }
  if (part.kind === "xml") {
    const spellings = spellingsOf(xmlNames(outlineXml(text) ?? []));
    for (const path of xmlPathsLike(part.path, spellings)) {
      const actual = writeXmlPath(path);
      const field = { ...part, path, written: actual, key: `xml ${actual}` };
      yield { written: part.written, actual, field };
    }
  }
  if (part.kind === "form") {
    const wanted = foldText(part.name);
    const names = new Set(Array.from(outlineForm(text), ({ name }) => name));
    for (const name of [...names].filter((own) => foldText(own) === wanted).slice(0, MOST_PATHS)) {
      const field = { ...part, name, key: `form ${JSON.stringify(name)}` };
      yield { written: part.name, actual: name, field };
    }
  }
}

/** The names of a body by their folding. */
type Spellings = ReadonlyMap<string, readonly string[]>;

function spellingsOf(names: Iterable<string>): Spellings {
  return groupBy(new Set(names), foldText);
}

/** Paths tried at most: more than one spelling of a name in one body is rare. */
const MOST_PATHS = 8;

function jsonPathsLike(path: JsonPath, spellings: Spellings): readonly JsonPath[] {
  return combinations(
    path.map((segment): JsonPath => {
      if (segment.kind !== "name") return [segment];
      return (spellings.get(foldText(segment.name)) ?? []).map((name) => ({ kind: "name", name }));
    }),
  );
}

function xmlPathsLike({ steps, attribute }: XmlPath, spellings: Spellings): readonly XmlPath[] {
  const like = (name: string) => spellings.get(foldText(name)) ?? [];
  const elements = combinations(steps.map((step) => like(step.name).map((name) => ({ ...step, name }))));
  const attributes =
    attribute === null ? [null] : like(attribute.name).map((name) => ({ ...attribute, name }));
  return elements
    .flatMap((found) => attributes.map((last) => ({ steps: found, attribute: last })))
    .slice(0, MOST_PATHS);
}

/** One of each group, in all ways, up to a number of them. */
function combinations<Item>(groups: readonly (readonly Item[])[]): readonly (readonly Item[])[] {
  let found: readonly (readonly Item[])[] = [[]];
  for (const group of groups) {
    found = found.flatMap((items) => group.map((item) => [...items, item])).slice(0, MOST_PATHS);
  }
  return found;
}

/** The local names of a body's elements and attributes, in its order. */
function* xmlNames(values: readonly XmlValue[]): Generator<string> {
  const named = new Set<XmlElement>();
  for (const { element, attribute } of values) {
    const unnamed: XmlElement[] = [];
    for (
      let around: XmlElement | null = element;
      around !== null && !named.has(around);
      around = around.parent
    ) {
      named.add(around);
      unnamed.push(around);
    }
    for (const { name } of unnamed.reverse()) yield name;
    if (attribute !== null) yield attribute;
  }
}
