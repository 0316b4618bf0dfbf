import type { DescribedField } from "../model/field.js";
import { excludes, implies } from "../plan/relations/predicate-relations.js";
import { VOCABULARY } from "../syntax/vocabulary.js";
import { type AtomPredicate, fieldOf } from "./atom-predicate.js";
import { goesOnInside } from "./inner-paths.js";
import type { SingleText } from "./texts/single-text.js";

/*
 * What is certain of two atoms: of one subject, and, since all fields are fields of one document, of different ones. Sound; that
 * more is certain than is said here is possible.
 */

/** Whether the one holding is enough for the other to hold. */
export function atomImplies(one: AtomPredicate, other: AtomPredicate): boolean {
  return implies(one, other) || needsInBody(one, other) || emptiesOthers(one, other);
}

/** Whether the two never hold together. */
export function atomsExclude(one: AtomPredicate, other: AtomPredicate): boolean {
  return excludes(one, other) || leavesNoText(one, other) || leavesNoText(other, one);
}

/** The field that picks a text if the atom holds; null where none must. */
function pickingField(predicate: AtomPredicate): DescribedField | null {
  return predicate.kind === "empty" ? null : fieldOf(predicate);
}

/**
 * Where a field picks something, the body holds what the field needs; in a format with escapes it can hold that in escapes, so
 * that nothing is certain.
 */
function needsInBody(one: AtomPredicate, other: AtomPredicate): boolean {
  if (other.kind !== "text" || other.field !== null || other.how !== "keyword") return false;
  const field = pickingField(one);
  if (field === null || field.escapes !== null) return false;
  const keyword = other.texts[0].folded.join("*");
  return field.neededTexts.some((needed) => needed.includes(keyword));
}

/** The body is a document of another format than the field reads, or none: so nothing is picked, which is empty. */
function emptiesOthers(one: AtomPredicate, other: AtomPredicate): boolean {
  if (other.kind !== "empty" || other.field.format === null) return false;
  if (isNoDocument(one)) return true;
  const format = pickingField(one)?.format ?? null;
  return format !== null && format !== other.field.format;
}

/** The one leaves no text for the field that the other asks for one. */
function leavesNoText(one: AtomPredicate, other: AtomPredicate): boolean {
  const field = pickingField(other);
  if (field === null) return false;
  // What has something inside is not blank.
  if (one.kind === "empty") return goesOnInside(field, one.field);
  return field.format !== null && isNoDocument(one);
}

/** Whether it says how the whole body begins and ends, and no document of JSON or XML does so. */
function isNoDocument(one: AtomPredicate): one is SingleText {
  if (one.kind !== "text" || one.field !== null || !VOCABULARY[one.how].matchesWholeSubject) return false;
  const { folded } = one.texts[0];
  return !canBeginDocument((folded[0] ?? "").trimStart()) || !canEndDocument((folded.at(-1) ?? "").trimEnd());
}

/** The documents of JSON that are one word. */
const WORDS = ["true", "false", "null"] as const;

function canBeginDocument(text: string): boolean {
  return (
    text === "" ||
    /^["[{0-9<-]/.test(text) ||
    WORDS.some((word) => word.startsWith(text) || text.startsWith(word))
  );
}

function canEndDocument(text: string): boolean {
  return (
    text === "" ||
    /["\]}0-9>]$/.test(text) ||
    WORDS.some((word) => word.endsWith(text) || text.endsWith(word))
  );
}
