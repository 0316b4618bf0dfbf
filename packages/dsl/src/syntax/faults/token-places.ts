import type { LocalSpan } from "../../text/span.js";
import { plainText } from "../text-literal.js";
import type { Token } from "../tokens.js";

/** Whether the token can be a label or a name without quotes. */
export function isWord(token: Token): boolean;
export function isWord(token: Token | null): token is Token;
export function isWord(token: Token | null): boolean {
  const categories = token?.tokenType.CATEGORIES ?? [];
  return categories.some((category) => category.name === "Word");
}

/** Whether the token is a string or a text block. */
export function isText(token: Token): boolean;
export function isText(token: Token | null): token is Token;
export function isText(token: Token | null): boolean {
  return token?.pieces !== undefined;
}

/** What a text says, without its marks. */
export function textOf(token: Token): string {
  return plainText(token.pieces ?? [""]);
}

/** Whether the token is a status: `200` or `2xx`. */
export function isStatus(token: Token): boolean;
export function isStatus(token: Token | null): token is Token;
export function isStatus(token: Token | null): boolean {
  return token !== null && /^[0-9](?:[0-9]*|xx)$/.test(token.image);
}

/** Whether the token is a character that is in no word of the language. */
export function isStray(token: Token): boolean;
export function isStray(token: Token | null): token is Token;
export function isStray(token: Token | null): boolean {
  return token?.tokenType.name === "Stray";
}

/** Whether nothing stands between the tokens. */
export function touches(first: Token, second: Token): boolean {
  return second.startOffset === first.endOffset + 1;
}

/** The last of the tokens from `index` on that stand without anything between them. */
export function lastTouching(tokens: readonly Token[], index: number): Token | null {
  let last = tokens[index] ?? null;
  for (let next = index + 1; last !== null; next++) {
    const token = tokens[next];
    if (token === undefined || !touches(last, token)) break;
    last = token;
  }
  return last;
}

export function spanOf(token: Token): LocalSpan {
  return { from: token.startOffset, to: token.endOffset + 1 };
}

export function spanFromTo(first: Token, last: Token): LocalSpan {
  return { from: first.startOffset, to: last.endOffset + 1 };
}

/** The empty place before a token. */
export function placeBefore(token: Token): LocalSpan {
  return { from: token.startOffset, to: token.startOffset };
}

/** The empty place behind a token. */
export function placeBehind(token: Token): LocalSpan {
  return { from: token.endOffset + 1, to: token.endOffset + 1 };
}
