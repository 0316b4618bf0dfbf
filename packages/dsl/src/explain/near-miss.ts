import { readField } from "../bodies/read-field.js";
import { testHolds } from "../matching/interpret.js";
import type { PickedText, Subject } from "../matching/subject.js";
import type { Field } from "../model/field.js";
import type { FieldPart } from "../model/field-part.js";
import { keyOfChain } from "../model/fields/chain-field.js";
import type { PositiveTest, Rule, Test } from "../model/mapping.js";
import type { MappingText } from "../model/mapping-text.js";
import { fieldOfTest } from "../model/rule-parts.js";
import { type TextTest, unanchoredTextOf } from "../model/tested-texts.js";
import { compareDecimals } from "../runtime/decimal.js";
import { findText, type TextRange } from "../runtime/text-matching.js";
import { isSearchWord } from "../syntax/vocabulary.js";
import { escapedTexts } from "../text/escaped-texts.js";
import {
  differsByTypo,
  equalBesidesSpace,
  occurrenceBesidesSpace,
  occurrenceWithTypo,
} from "../text/near-occurrence.js";
import { numberIn } from "../text/number-in.js";
import { missingPartOf } from "./missing-part.js";
import { nearPartsOf } from "./near-fields/near-parts.js";
import { placeInBody } from "./picked-place.js";

/** By how little a rule does not hold for a response. */
export type NearMiss =
  /** The body has the text with other white space, escaped, as a number written otherwise, or with one other character; and where. */
  | { readonly kind: TextMiss; readonly wanted: string; readonly place: TextRange }
  /** The body has the field under a path or a name that is nearly the same. */
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
 * way in which a number is written, by one character, or by a path that is nearly right. Null for a rule that holds, and where nothing so small is the reason.
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
  const [found, asked] = [numberIn(whole), numberIn(wanted)];
  return found !== null && asked !== null && compareDecimals(found, asked) === 0;
}

/** The nearest path that the body has for which the test would hold. */
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

/** A field that differs from another in one path or name alone. */
interface NearField {
  readonly written: string;
  readonly actual: string;
  readonly field: Field;
}

/** Fields like one that picks nothing, with the path or name of the part that picks nothing as the text that it reads has it. */
function* fieldsLike(field: Field, subject: Subject): Generator<NearField> {
  const { part, text, fault } = missingPartOf(field, subject);
  const written = nameIn(part);
  if (text === null || fault !== null || written === null) return;
  for (const { newText } of nearPartsOf(part, text)) {
    const near = readField(newText);
    if (near === null || near.kind === "chain") continue;
    const actual = nameIn(near);
    if (actual !== null) yield { written, actual, field: withPart(field, part, near) };
  }
}

function withPart(field: Field, part: FieldPart, other: FieldPart): Field {
  if (field.kind !== "chain") return other;
  const [first, second, ...others] = field.parts;
  const inPlace = (own: FieldPart) => (own === part ? other : own);
  const parts = [inPlace(first), inPlace(second), ...others.map(inPlace)] as const;
  return { ...field, parts, key: keyOfChain(parts) };
}

/** The path or name by which a part picks; null for one that picks by what stands around it. */
function nameIn(part: FieldPart): string | null {
  switch (part.kind) {
    case "json":
    case "xml":
      return part.written;
    case "form":
      return part.name;
    case "split":
    case "between":
      return null;
  }
}
