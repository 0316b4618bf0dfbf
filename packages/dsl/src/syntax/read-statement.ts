import type { LocalFinding } from "../findings/finding.js";
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
  const read = {
    text,
    word,
    wordSpan,
    span: { from: wordSpan.from, to: last === undefined ? wordSpan.to : spanOf(last).to },
    documentation: said.documentation,
    suppressions: said.suppressions,
  };
  return parsed === null || parsed.fault !== null
    ? brokenStatement(read, said.findings)
    : {
        ...read,
        node: parsed.node,
        findings: [...faultsOfRead(lexed, null, text), ...said.findings],
      };
}

/**
 * To explain what is wrong with a statement takes many times as long as to read it, and of thousands that are broken nobody is told: the
 * explanation is worked out when somebody asks for the findings, from the text again, since tokens take much memory.
 */
function brokenStatement(
  read: Omit<StatementSyntax, "node" | "findings">,
  ofComments: readonly LocalFinding[],
): StatementSyntax {
  let findings: readonly LocalFinding[] | null = null;
  return {
    ...read,
    node: { kind: "broken" },
    get findings() {
      findings ??= [...faultsOfBroken(read), ...ofComments];
      return findings;
    },
  };
}

function faultsOfBroken({ text, wordSpan }: Pick<StatementSyntax, "text" | "wordSpan">) {
  const lexed = lex(text);
  if (lexed.isTooLong) return [tooLong(wordSpan)];
  return faultsOfRead(lexed, parseStatementTokens(lexed.tokens).fault, text);
}

function spanOf(token: Token): { readonly from: number; readonly to: number } {
  return { from: token.startOffset, to: token.endOffset + 1 };
}
