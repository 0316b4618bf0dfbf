import type { DescribedField } from "../../model/field.js";
import type { NumberPredicate, Predicate, TextPredicate } from "../predicate.js";
import { predicateKeyOf } from "../predicate-key.js";
import { neverPickTogether } from "./field-relations.js";
import { isBeyond, numbersImply, numbersOverlap } from "./number-relations.js";
import { rangesImply, rangesOverlap } from "./status-relations.js";
import { commonText, isMetBy, isWithoutWildcards, textsImply, typicalText } from "./text-relations.js";

/*
 * What is known of two predicates, whatever the response: the one home of it, for checks, exact analysis and the compiler
 * of matchers. Answers are sound: "yes" is said only where it is certain, and what is not certain is left to whoever can
 * look further.
 *
 * Decided exactly: two about the status; two about numbers of a field that picks one text at most; single texts on the body
 * without white space at their ends. Not decided, and so never claimed: a text of a list that is implied by several of
 * another list together; what the whole body says of its fields, and fields of each other, but for their formats and
 * paths; several texts that one field picks.
 */

/** Whether the other holds for every response for which the one does. */
export function implies(one: Predicate, other: Predicate): boolean {
  if (one === other || predicateKeyOf(one) === predicateKeyOf(other)) return true;
  if (one.kind === "status" || other.kind === "status")
    return one.kind === "status" && other.kind === "status" && rangesImply(one.ranges, other.ranges);
  if (!haveOneSubject(one, other) || one.kind === "empty" || other.kind === "empty") return false;
  if (one.kind === "text")
    return other.kind === "text" ? textsImply(one, other) : textImpliesNumber(one, other);
  if (other.kind === "number") return numbersImply(one, other);
  // A number is a text, and of texts some predicates ask no more.
  return other.texts.some(({ folded }) => folded.length > 1 && folded.every((piece) => piece === ""));
}

/** Whether there is no response for which both hold. */
export function excludes(one: Predicate, other: Predicate): boolean {
  if (one.kind === "status" || other.kind === "status")
    return one.kind === "status" && other.kind === "status" && !rangesOverlap(one.ranges, other.ranges);
  if (!haveOneSubject(one, other)) return excludesOtherSubject(one, other);
  if (one.kind === "empty" || other.kind === "empty") {
    const asking = one.kind === "empty" ? other : one;
    return asking.kind !== "empty" && !BLANK_TEXTS.some((text) => holdsForText(asking, text));
  }
  return (one.field === null || one.field.picksOneAtMost) && excludesOnOneText(one, other);
}

/**
 * Whether there is no text for which both hold, should their one subject have it. For a field that picks several texts they
 * can hold together all the same, each for another.
 */
export function excludesOnOneText(one: Predicate, other: Predicate): boolean {
  if (one.kind === "status" || other.kind === "status") return excludes(one, other);
  if (!haveOneSubject(one, other)) return false;
  if (one.kind === "text" && other.kind === "text") return commonText(one, other).kind === "none";
  if (one.kind === "number" && other.kind === "number") return !numbersOverlap(one, other);
  if (one.kind === "text" && other.kind === "number") return numberExcludesText(other, one);
  if (one.kind === "number" && other.kind === "text") return numberExcludesText(one, other);
  return false;
}

/** Whether there is a response for which both hold, as far as it is certain. */
export function overlaps(one: Predicate, other: Predicate): "yes" | "no" | "unknown" {
  if (excludes(one, other)) return "no";
  return isSurelyMet(one, other) ? "yes" : "unknown";
}

/** The texts of what is blank: an empty text, and JSON's null. */
const BLANK_TEXTS = ["", "null"] as const;

/** What is asked of the body or of a field. */
type BodyPredicate = Exclude<Predicate, { kind: "status" }>;

/** Whether both ask the status, the body, or one and the same field. */
function haveOneSubject(one: Predicate, other: Predicate): boolean {
  if (one.kind === "status" || other.kind === "status") return one.kind === other.kind;
  return one.field?.key === other.field?.key;
}

function holdsForText(predicate: TextPredicate | NumberPredicate, text: string): boolean {
  return predicate.kind === "text" ? isMetBy(predicate, text) : isBeyond(predicate, text);
}

function numberExcludesText(number: NumberPredicate, text: TextPredicate): boolean {
  return isWithoutWildcards(text) && text.texts.every(({ folded }) => !isBeyond(number, folded.join("")));
}

function textImpliesNumber(text: TextPredicate, number: NumberPredicate): boolean {
  return isWithoutWildcards(text) && text.texts.every(({ folded }) => isBeyond(number, folded.join("")));
}

/** Both ask for a text of their fields, and no body has one for each. */
function excludesOtherSubject(one: BodyPredicate, other: BodyPredicate): boolean {
  if (one.kind === "empty" || other.kind === "empty") return false;
  return one.field !== null && other.field !== null && neverPickTogether(one.field, other.field);
}

/** Whether a response is known that meets both, which do not exclude each other. */
function isSurelyMet(one: Predicate, other: Predicate): boolean {
  if (one.kind === "status") return other.kind === "status" || canHold(other);
  if (other.kind === "status") return canHold(one);
  // Nothing is picked of an empty body, or nothing but an empty text.
  if (one.kind === "empty" && other.kind === "empty") return true;
  if (!haveOneSubject(one, other)) return isMetByUnreadBody(one, other) || isMetByUnreadBody(other, one);
  if (one.kind === "text" && other.kind === "text") {
    const common = commonText(one, other);
    return common.kind === "text" && canHave(one.field, common.text);
  }
  return one.kind === "number" && other.kind === "number" && numbersOverlap(one, other) && canHold(one);
}

/** All characters of numbers: a field that can pick a text with them has nothing against any number. */
const TEXT_LIKE_ANY_NUMBER = "0123456789.-e";

/** Whether some body is known for which it holds. */
function canHold(predicate: BodyPredicate): boolean {
  switch (predicate.kind) {
    case "empty":
      return true;
    case "number":
      return canHave(predicate.field, TEXT_LIKE_ANY_NUMBER);
    case "text": {
      const text = typicalText(predicate);
      return text !== null && canHave(predicate.field, text);
    }
  }
}

function canHave(field: DescribedField | null, text: string): boolean {
  // A body has no half characters.
  return !/[\ud800-\udfff]/u.test(text) && (field === null || field.surelyCanPick(text));
}

/** Whether the one holds for a body that is neither JSON nor XML, so that a field of these is empty. */
function isMetByUnreadBody(one: BodyPredicate, other: BodyPredicate): boolean {
  if (one.kind !== "text" || one.field !== null || other.kind !== "empty" || other.field.format === null)
    return false;
  const text = typicalText(one);
  return text !== null && isUnreadable(text);
}

/** No document of JSON or XML begins with a syllable of Yi. */
function isUnreadable(text: string): boolean {
  return /^[\ua000-\ua48c]/.test(text);
}
