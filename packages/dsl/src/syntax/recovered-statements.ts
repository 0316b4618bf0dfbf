import { Fault } from "./faults/fault.js";
import { misspelledStatementWord } from "./faults/statements/misspelled-statements.js";
import { goesOnWith } from "./faults/statements/statement-starts.js";
import { lex } from "./lexer.js";
import { parseStatementTokens } from "./statement-parser.js";
import { special, type Token } from "./tokens.js";
import type { StatementSyntax } from "./tree.js";
import { isStatementWord, type StatementWord } from "./vocabulary.js";

/*
 * `sucess keyword "x"` or `failed keyword "x"` at a line's start begins no statement, so it goes on with the one above, and
 * breaks that. It was to be a statement of its own: recovery cuts there, once the text as it is cut by the language cannot be
 * read. Texts that can be read are never cut again, so this gives no text another meaning.
 */

/** The word that was meant by a token with which a statement was to begin, and `next` stands behind; null for any other word. */
export function meantStatementWord(token: Token, next: Token | null): StatementWord | null {
  return isStatementWord(token.image) ? token.image : misspelledStatementWord(token, next);
}

/** Whether the statement begins with a misspelled word, so that it is one by recovery alone. */
export function isRecovered({ text, word, wordSpan }: StatementSyntax): boolean {
  return text.slice(wordSpan.from, wordSpan.to) !== word;
}

/**
 * Where the statements begin that a text holds which is one statement by the language, or stands before the first: at its
 * start, and at lines whose first word is meant as a statement word, with the comments directly above. None where the text
 * begins with neither. Depends on the text alone; linear.
 */
export function recoveredStarts(text: string): readonly number[] {
  const { tokens, isTooLong } = lex(text);
  const [first, second] = tokens;
  if (isTooLong || first === undefined) return [];
  const firstWord = meantStatementWord(first, second ?? null);
  if (firstWord === null) return [];
  const starts = [isStatementWord(first.image) ? begin(text) : startOf(text, null, first)];
  /** Of the statement that was begun last; looked for once a line begins another one, as in most texts none does. */
  let fault: Fault | null | undefined;
  let begun: BegunStatement = { index: 0, token: first, word: firstWord };
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1] ?? null;
    if (before === null || token.startLine === before.endLine) continue;
    if (fault !== undefined && fault !== null && index < fault.index) continue;
    const word = misspelledStatementWord(token, tokens[index + 1] ?? null);
    if (word === null) continue;
    if (fault === undefined) fault = firstFault(tokens, begun, text);
    if (fault === null) break;
    if (index < fault.index || (index === fault.index && goesOnWith(fault, token))) continue;
    starts.push(startOf(text, before, token));
    fault = undefined;
    begun = { index, token, word };
  }
  return starts;
}

/** A statement in the tokens of a text, and the word that was meant by its first. */
interface BegunStatement {
  readonly index: number;
  readonly token: Token;
  readonly word: StatementWord;
}

/** Tokens of a statement that are read at first to find its fault; most are shorter. */
const SHORTEST_STRETCH = 100;

/** Behind a token the grammar looks at no more than two others to tell how it goes on. */
const MOST_LOOKED_AT = 3;

/**
 * Where the statement that begins at the token of `begun` leaves the grammar; null where it does not, up to the last token. No
 * more is read than twice the tokens before the fault, since another statement may begin there.
 */
function firstFault(
  tokens: readonly Token[],
  { index: from, token, word }: BegunStatement,
  text: string,
): Fault | null {
  const { tokenTypeIdx } = special[word];
  const meant = {
    ...token,
    image: word,
    tokenType: special[word],
    tokenTypeIdx: tokenTypeIdx ?? token.tokenTypeIdx,
  };
  for (let length = SHORTEST_STRETCH; ; length *= 2) {
    const end = from + length;
    const { fault } = parseStatementTokens([meant, ...tokens.slice(from + 1, end)]);
    if (end >= tokens.length || (fault !== null && fault.tokenIndex + MOST_LOOKED_AT <= length))
      return fault === null
        ? null
        : new Fault(tokens, { ...fault, tokenIndex: from + fault.tokenIndex }, text);
  }
}

/** Where a text begins, behind a byte order mark. */
function begin(text: string): number {
  return text.startsWith("\ufeff") ? 1 : 0;
}

/** Where the line of the token begins, or the first of the comment lines directly above it. */
function startOf(text: string, before: Token | null, { startOffset }: Token): number {
  const least = before === null ? begin(text) : before.endOffset + 1;
  let start = lineStart(text, startOffset);
  while (start > least) {
    const above = lineStart(text, text.startsWith("\r\n", start - 2) ? start - 2 : start - 1);
    if (above < least || !/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  // Such a mark is dropped at the beginning of a file alone.
  if (before !== null && text.startsWith("\ufeff", start)) start++;
  return Math.max(start, least);
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text.charAt(start - 1) !== "\n" && text.charAt(start - 1) !== "\r") start--;
  return start;
}
