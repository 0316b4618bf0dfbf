import type { Token } from "../../tokens.js";
import { isOutcome, isTestWord } from "../../vocabulary.js";
import type { Fault } from "../fault.js";

/** Whether a test can begin with the token. */
export function beginsTest(token: Token): boolean;
export function beginsTest(token: Token | null): token is Token;
export function beginsTest(token: Token | null): boolean {
  return token !== null && (token.image === "not" || isTestWord(token.image));
}

/** The first token of the test in which the fault is, behind its `not`. */
export function startOfTest(fault: Fault): Token | null {
  let index = fault.index;
  while (index > 1 && !endsTest(fault.tokens, index - 1)) index--;
  return fault.tokens[index] ?? null;
}

/** Whether a test ends before the token at `index`, or that is its `not`. */
function endsTest(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.image === "and") return tokens[index - 2]?.image !== "between";
  return token === undefined || token.image === "not" || isOutcome(token.image);
}
