import type { Token } from "../tokens.js";
import type { Fault } from "./fault.js";
import { isStray, touches } from "./token-places.js";

const OPERATOR_CHARACTERS = "=!<>&|~:→≠≥≤";

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

/** The sign that begins so many tokens behind the unexpected one; also `->`, whose first half is a word. */
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
