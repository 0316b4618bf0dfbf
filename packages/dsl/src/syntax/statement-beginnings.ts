import { lex } from "./lexer.js";
import { isOutcome } from "./statement-words.js";
import type { Token } from "./tokens.js";

/*
 * A broken statement can be read again from many of its words on, if something whole stands before them. These are the
 * shortest beginnings.
 */

/** Words of a rule, and the condition or label that must stand before them. */
const BEHIND_OUTCOME: ReadonlyMap<string, string> = new Map([
  ...["not", "status", "json", "xml", "split", "keyword", "word", "exact", "otherwise"].map(
    (word) => [word, ""] as const,
  ),
  ["and", "status 200"],
  ["as", "otherwise"],
  ["or", 'otherwise as json "$"'],
]);

const BEHIND_CAPTURE: ReadonlyMap<string, string> = new Map([
  ["from", "name"],
  ...["json", "xml", "split", "between"].map((word) => [word, "name from"] as const),
]);

const BEHIND_EXAMPLE: ReadonlyMap<string, string> = new Map([
  ["is", '""'],
  ["with", '"" is success'],
]);

/**
 * Tokens of a whole beginning of the statement that begins with `first`, behind which the word `next` can stand; null
 * where there is none.
 */
export function beginningBefore(first: Token, next: Token): readonly Token[] | null {
  const known = isOutcome(first.image)
    ? BEHIND_OUTCOME
    : first.image === "capture"
      ? BEHIND_CAPTURE
      : first.image === "example"
        ? BEHIND_EXAMPLE
        : null;
  const beginning = known?.get(next.image);
  return beginning === undefined ? null : [first, ...lex(beginning).tokens];
}
