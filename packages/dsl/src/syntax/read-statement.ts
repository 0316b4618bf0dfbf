import { faultsOfRead, tooLong } from "./faults/statement-faults.js";
import { lex } from "./lexer.js";
import { meantStatementWord } from "./recovered-statements.js";
import { readComments } from "./statement-comments.js";
import { parseStatementTokens } from "./statement-parser.js";
import type { Token } from "./tokens.js";
import type { StatementSyntax } from "./tree.js";

/**
 * Reads one statement's text, which holds its statement word, or one that is misspelled, as the first word that is not in a
 * comment. The result depends on nothing but the text.
 */
export function readStatement(text: string): StatementSyntax {
  const lexed = lex(text);
  const { tokens, comments, isTooLong } = lexed;
  const [first, second] = tokens;
  const word = (first === undefined ? null : meantStatementWord(first, second ?? null)) ?? "error";
  const wordSpan = first === undefined ? { from: 0, to: 0 } : spanOf(first);
  const last = tokens.at(-1);
  const said = readComments(comments, wordSpan.from, text);
  const parsed = isTooLong ? null : parseStatementTokens(tokens);
  const faults = parsed === null ? [tooLong(wordSpan)] : faultsOfRead(lexed, parsed.fault, text);
  return {
    text,
    word,
    wordSpan,
    span: { from: wordSpan.from, to: last === undefined ? wordSpan.to : spanOf(last).to },
    node: parsed === null || parsed.fault !== null ? { kind: "broken" } : parsed.node,
    documentation: said.documentation,
    suppressions: said.suppressions,
    findings: [...faults, ...said.findings],
  };
}

function spanOf(token: Token): { readonly from: number; readonly to: number } {
  return { from: token.startOffset, to: token.endOffset + 1 };
}
