import type { Token } from "../tokens.js";
import type { SpecialWord } from "../vocabulary.js";
import type { Fault } from "./fault.js";
import { isStray, touches } from "./token-places.js";

/*
 * The signs of other languages, and what each is taken for. A sign says one thing before a value and another before a
 * label, so each place has its own list.
 */

const OPERATOR_CHARACTERS = "=!<>&|~:→≠≥≤";

function signs(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Before a value: it is the same. */
export const EQUAL_SIGNS = signs("= == === :");

/** Before a value: the word of the language that compares so. */
export const COMPARING_SIGNS: ReadonlyMap<string, SpecialWord> = new Map<string, SpecialWord>([
  ...[...EQUAL_SIGNS].map((sign) => [sign, "exact"] as const),
  [">", "above"],
  ["<", "below"],
]);

/** Before a value: it is another. */
export const UNEQUAL_SIGNS = signs("!= !== <> ≠");

/** Before a text: no such text. */
export const NOT_SIGNS = signs("! != !== <> ≠");

/** Before a number: that number or more. */
export const AT_LEAST_SIGNS = signs(">= => ≥");

/** Before a number: that number or less. */
export const AT_MOST_SIGNS = signs("<= ≤");

/** Between two tests or values: both. */
export const AND_SIGNS = signs("&& &");

/** Between two tests or values: one of them. */
export const OR_SIGNS = signs("|| |");

/** Between a rule's tests and its label: `as`. */
export const AS_SIGNS = signs("=> -> → = :");

/** Between a capture's name and its field: `from`. */
export const FROM_SIGNS = signs("= == := : <- -> => →");

/** Between the two markers of a capture: `and`. */
export const AND_SIGNS_OF_MARKERS = signs(", ; & + .. … - – —");

/** Between an example's body and its verdict: `is`. */
export const IS_SIGNS = /^(?:=+>?|:=?|-+>|→)$/;

/** Between two statuses: either. */
export const LIST_SIGNS = signs("/ ; +");

/** Between two statuses: all from one to the other. */
export const RANGE_SIGNS = signs("- – — … .");

/** Before a number. */
export const CURRENCY_SIGNS = signs("$ € £ ¥");

/** Behind a number. */
export const UNIT_SIGNS = signs("$ € £ %");

/** Whether the token is part of a sign that other languages compare or join with. */
export function isOperator(token: Token): boolean;
export function isOperator(token: Token | null): token is Token;
export function isOperator(token: Token | null): boolean {
  return isStray(token) && OPERATOR_CHARACTERS.includes(token.image);
}

/** A sign of other languages such as `==` or `=>`, and its last token. */
export interface Operator {
  readonly image: string;
  readonly last: Token;
  /** How many tokens it is made of. */
  readonly length: number;
}

/** The sign that begins `distance` tokens behind the unexpected one; also `->`, whose first half is a word. */
export function operatorAt(fault: Fault, distance = 0): Operator | null {
  const found = fault.at(distance);
  const next = fault.at(distance + 1);
  if (found === null) return null;
  if (/^-+$/.test(found.image) && next?.image === ">" && touches(found, next)) {
    return { image: `${found.image}>`, last: next, length: 2 };
  }
  if (!isOperator(found)) return null;
  let last = found;
  let length = 1;
  for (;;) {
    const token = fault.at(distance + length);
    if (!isOperator(token) || !touches(last, token)) break;
    last = token;
    length++;
  }
  return { image: fault.text.slice(found.startOffset, last.endOffset + 1), last, length };
}
