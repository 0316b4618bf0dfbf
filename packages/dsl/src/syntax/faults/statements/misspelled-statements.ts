import { closest } from "../../../text/similarity.js";
import type { Token } from "../../tokens.js";
import {
  isOutcome,
  isSpecialWord,
  isStatementWord,
  STATEMENT_WORDS,
  type StatementWord,
} from "../../vocabulary.js";
import { SYNONYMS } from "../lexicon.js";
import { beginsTest } from "../rules/test-start.js";
import { isWord } from "../token-places.js";

/**
 * The statement word that is written in capitals or with a slip of the fingers, or as an everyday word for an outcome with a test
 * behind it on its line (`failed json "$.state" exact "X"`); null for any other word. `next` is the token behind it. An everyday
 * word with anything else behind it may as well go on with the statement above.
 */
export function misspelledStatementWord(token: Token, next: Token | null): StatementWord | null {
  if (!isWord(token) || isSpecialWord(token.image)) return null;
  const lower = token.image.toLowerCase();
  if (isStatementWord(lower)) return lower;
  return everydayOutcome(lower, token, next) ?? closest(lower, STATEMENT_WORDS);
}

function everydayOutcome(written: string, { endLine }: Token, next: Token | null): StatementWord | null {
  const meant = SYNONYMS.get(written);
  if (meant === undefined || !isOutcome(meant) || next?.startLine !== endLine) return null;
  return beginsTest(next) || next.image === "otherwise" ? meant : null;
}
