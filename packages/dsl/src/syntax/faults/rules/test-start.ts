import { isOutcome } from "../../statement-words.js";
import type { Token } from "../../tokens.js";
import type { Fault } from "../fault.js";

export const TEST_WORDS = ["keyword", "word", "exact", "status", "json", "xml", "split"] as const;
export const MATCH_WORDS = ["keyword", "word", "exact", "above", "below", "empty"] as const;

/** Whether a test can begin with the token. */
export function beginsTest(token: Token): boolean;
export function beginsTest(token: Token | null): token is Token;
export function beginsTest(token: Token | null): boolean {
  return token !== null && (token.image === "not" || (TEST_WORDS as readonly string[]).includes(token.image));
}

/** Whether the word says how a field or the body is matched. */
export function isMatchWord(word: string): boolean {
  return (MATCH_WORDS as readonly string[]).includes(word);
}

/** The first token of the test in which the fault is, behind its `not`. */
export function startOfTest(fault: Fault): Token | null {
  let index = fault.index;
  while (index > 1 && !endsTest(fault.tokens[index - 1])) index--;
  return fault.tokens[index] ?? null;
}

function endsTest(token: Token | undefined): boolean {
  return token === undefined || token.image === "and" || token.image === "not" || isOutcome(token.image);
}
