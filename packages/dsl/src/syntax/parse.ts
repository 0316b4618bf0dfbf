import type { LocalFinding } from "../findings/finding.js";
import type { SyntaxProblem } from "../findings/syntax-problem.js";
import { decodeSource } from "../text/decode-source.js";
import { SourceText } from "../text/source-text.js";
import { readLeadingComments } from "./documentation.js";
import { explainFault, explainPreamble } from "./explain-fault.js";
import { lex } from "./lexer.js";
import { explainMalformedNumber } from "./number-literals.js";
import { cutStatements } from "./statement-cutter.js";
import { parseStatementTokens } from "./statement-parser.js";
import { isStatementWord } from "./statement-words.js";
import type { Token } from "./tokens.js";
import type { Statement, StatementSyntax, Tree } from "./tree.js";

/** The largest source that is read, in UTF-16 code units or bytes; beyond, the tree is empty and says so. */
export const LARGEST_SOURCE = 16 * 1024 * 1024;

/**
 * Reads a mapping file, given as text or as its bytes (LANGUAGE §1 and §2). Never throws and always gives a tree: a statement that cannot be
 * read is `broken` and has findings, all others are what they would be without it.
 *
 * `previous` is an earlier tree, of this file's text before an edit: statements whose text is the same are taken over,
 * with everything that was ever derived from them. The result equals a fresh one.
 */
export function parse(content: string | Uint8Array, previous?: Tree): Tree {
  if (content.length > LARGEST_SOURCE) {
    return unreadable({ problem: "too-large", megabytes: LARGEST_SOURCE / 1024 / 1024 });
  }
  const { text, invalidAt } = typeof content === "string" ? { text: content, invalidAt: null } : decodeSource(content);
  // Not one character is right: this is some other encoding, and findings about its text would only confuse.
  if (invalidAt === 0) return unreadable({ problem: "not-utf-8" });
  const source = new SourceText(text);
  const known = new Map((previous?.statements ?? []).map(({ syntax }) => [syntax.text, syntax]));
  const cut = cutStatements(text);
  const statements = cut.statements.map(({ start, end }): Statement => {
    const own = text.slice(start, end);
    return { start, syntax: known.get(own) ?? parseStatement(own) };
  });
  const encoding = invalidAt === null ? [] : [fileFinding({ problem: "not-utf-8" }, invalidAt)];
  return { source, statements, findings: [...encoding, ...readPreamble(text.slice(0, cut.preambleEnd))] };
}

function unreadable(problem: SyntaxProblem): Tree {
  return { source: new SourceText(""), statements: [], findings: [fileFinding(problem, 0)] };
}

function fileFinding(parameters: SyntaxProblem, at: number): LocalFinding {
  return { name: "syntax", parameters, span: { from: at, to: at }, fixes: [] };
}

function readPreamble(text: string): readonly LocalFinding[] {
  const lexed = lex(text);
  const stray = explainPreamble(lexed.tokens);
  return stray === null ? lexed.findings : [...lexed.findings, stray];
}

/** Reads one statement's text, which holds its statement word as the first word that is not in a comment. */
function parseStatement(text: string): StatementSyntax {
  const { tokens, comments, findings } = lex(text);
  const [first] = tokens;
  const word = first !== undefined && isStatementWord(first.image) ? first.image : "error";
  const wordSpan = first === undefined ? { from: 0, to: 0 } : spanOf(first);
  const last = tokens.at(-1);
  const leading = readLeadingComments(
    comments.filter((comment) => comment.from < wordSpan.from),
    text,
  );
  const parsed = parseStatementTokens(tokens);
  const fault = parsed.fault === null ? null : explain(tokens, parsed.fault, text);
  // An open string swallows the rest of its line: what is missing behind it is not a second fault.
  const open = findings.some(({ name }) => name === "unterminated-string");
  return {
    text,
    word,
    wordSpan,
    span: { from: wordSpan.from, to: last === undefined ? wordSpan.to : spanOf(last).to },
    node: fault === null ? parsed.node : { kind: "broken" },
    tokens,
    comments,
    documentation: leading.documentation,
    suppressions: leading.suppressions,
    findings: fault === null || open ? findings : [...findings, fault],
  };
}

function explain(
  tokens: readonly Token[],
  fault: { readonly tokenIndex: number; readonly openRules: readonly string[] },
  text: string,
): LocalFinding {
  return explainMalformedNumber(tokens, fault.tokenIndex, text) ?? explainFault(tokens, fault, text);
}

function spanOf(token: Token): { readonly from: number; readonly to: number } {
  return { from: token.startOffset, to: token.endOffset + 1 };
}
