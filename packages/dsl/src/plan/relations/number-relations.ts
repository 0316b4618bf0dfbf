import { compareDecimals, isNumberBeyond } from "../../runtime/decimal.js";
import { VOCABULARY } from "../../syntax/vocabulary.js";
import { isCurrencySign } from "../../text/character-classes.js";
import { numberIn } from "../../text/number-in.js";
import type { NumberPredicate } from "../predicate.js";

/** Whether the text is a number beyond the limit. */
export function isBeyond({ how, number }: NumberPredicate, text: string): boolean {
  return isNumberBeyond(text, VOCABULARY[how].direction, number, isCurrencySign);
}

/** Whether every number beyond the one limit is beyond the other. Decided exactly. */
export function numbersImply(one: NumberPredicate, other: NumberPredicate): boolean {
  const { direction } = VOCABULARY[one.how];
  const order = compareLimits(one, other);
  return direction === VOCABULARY[other.how].direction && (order === 0 || order === direction);
}

/** Whether a number is beyond both limits. Decided exactly: between two different numbers there always are others. */
export function numbersOverlap(one: NumberPredicate, other: NumberPredicate): boolean {
  const { direction } = VOCABULARY[one.how];
  return direction === VOCABULARY[other.how].direction || compareLimits(one, other) === -direction;
}

/** -1, 0 or 1 as the first limit is less than, equal to or greater than the second; null where one is no number. */
function compareLimits(one: NumberPredicate, other: NumberPredicate): -1 | 0 | 1 | null {
  const [a, b] = [numberIn(one.number), numberIn(other.number)];
  return a === null || b === null ? null : compareDecimals(a, b);
}
