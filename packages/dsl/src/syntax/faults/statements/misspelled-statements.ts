import { closest } from "../../../text/similarity.js";
import type { Token } from "../../tokens.js";
import { isSpecialWord, isStatementWord, STATEMENT_WORDS, type StatementWord } from "../../vocabulary.js";
import { isWord } from "../token-places.js";

/**
 * The statement word that is written in capitals or with a slip of the fingers; null for any other word. Everyday words
 * that stand for one, such as accepted, may as well go on with the statement above.
 */
export function misspelledStatementWord(token: Token): StatementWord | null {
  if (!isWord(token) || isSpecialWord(token.image)) return null;
  const lower = token.image.toLowerCase();
  return isStatementWord(lower) ? lower : closest(lower, STATEMENT_WORDS);
}
