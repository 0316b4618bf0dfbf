import { lex } from "./lexer.js";
import type { Token } from "./tokens.js";
import { isStatementWord, type Place, type StatementKind, statementKindOf, wordsAt } from "./vocabulary.js";

/*
 * A broken statement can be read again from many of its words on, if something whole stands before them. These are the
 * shortest beginnings.
 */

/**
 * Places of a statement, and what stands before them. Of the places that are missing here the words before tell more than
 * the word itself: which field is tested, say.
 */
const BEGINNINGS: Readonly<Record<StatementKind, readonly (readonly [Place, string])[]>> = {
  system: [],
  include: [],
  rule: [
    ["condition", ""],
    ["negation", ""],
    ["test", ""],
    ["behind a test", "status 200"],
    ["behind a condition", "otherwise"],
    ["behind a label field", 'otherwise as json "$"'],
  ],
  capture: [
    ["behind a capture name", "name"],
    ["capture source", "name from"],
  ],
  example: [
    ["behind a body", '""'],
    ["behind a verdict", '"" is success'],
  ],
};

const BEGINNINGS_BY_WORD: Readonly<Record<StatementKind, ReadonlyMap<string, string>>> = {
  system: byWord(BEGINNINGS.system),
  include: byWord(BEGINNINGS.include),
  rule: byWord(BEGINNINGS.rule),
  capture: byWord(BEGINNINGS.capture),
  example: byWord(BEGINNINGS.example),
};

function byWord(places: readonly (readonly [Place, string])[]): ReadonlyMap<string, string> {
  return new Map(places.flatMap(([place, before]) => wordsAt(place).map((word) => [word, before] as const)));
}

/**
 * Tokens of a whole beginning of the statement that begins with `first`, behind which the word `next` can stand; null
 * where there is none.
 */
export function beginningBefore(first: Token, next: Token): readonly Token[] | null {
  if (!isStatementWord(first.image)) return null;
  const beginning = BEGINNINGS_BY_WORD[statementKindOf(first.image)].get(next.image);
  return beginning === undefined ? null : [first, ...lex(beginning).tokens];
}
