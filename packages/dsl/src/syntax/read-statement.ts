import type { LocalFinding } from "../findings/finding.js";
import type { LocalSpan } from "../text/span.js";
import { MOST_TYPOS, withCertainFixes } from "./faults/certain-fixes.js";
import { explainFault } from "./faults/explain-fault.js";
import { explainApostrophe } from "./faults/labels/label-words.js";
import { isApostrophe, joinOpenTexts } from "./faults/texts/open-texts.js";
import { lex, MOST_TOKENS } from "./lexer.js";
import { readComments } from "./statement-comments.js";
import { type ParserFault, parseStatementTokens } from "./statement-parser.js";
import type { Token } from "./tokens.js";
import type { StatementSyntax } from "./tree.js";
import { isStatementWord } from "./vocabulary.js";

/**
 * Reads one statement's text, which holds its statement word as the first word that is not in a comment. The result
 * depends on nothing but the text.
 */
export function readStatement(text: string): StatementSyntax {
  const { tokens, comments, findings, isTooLong } = lex(text);
  const [first] = tokens;
  const word = first !== undefined && isStatementWord(first.image) ? first.image : "error";
  const wordSpan = first === undefined ? { from: 0, to: 0 } : spanOf(first);
  const last = tokens.at(-1);
  const said = readComments(comments, wordSpan.from, text);
  const parsed = isTooLong ? null : parseStatementTokens(tokens);
  const faults =
    parsed === null ? [tooLong(wordSpan)] : withFault(tokens, findings, parsed.fault, text, MOST_TYPOS);
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

function tooLong(span: LocalSpan): LocalFinding {
  return { name: "syntax", parameters: { problem: "too-long", words: MOST_TOKENS }, span, fixes: [] };
}

/** What is wrong with a statement's text; `typos` of its faults may be fixed, one after the other. */
export function faultsOf(text: string, typos: number): readonly LocalFinding[] {
  const { tokens, findings, isTooLong } = lex(text);
  if (isTooLong) return [tooLong({ from: 0, to: 0 })];
  return withFault(tokens, findings, parseStatementTokens(tokens).fault, text, typos);
}

/** The findings of the statement's characters and texts, and of its grammar where those do not say it already. */
function withFault(
  tokens: readonly Token[],
  lexical: readonly LocalFinding[],
  fault: ParserFault | null,
  text: string,
  typos: number,
): readonly LocalFinding[] {
  const findings = joinOpenTexts(lexical, text);
  if (fault === null) return findings;
  if (findings.some((finding) => hides(finding, fault, tokens))) return findings;
  const explained = withCertainFixes(explainFault(tokens, fault, text), text, faultsOf, typos);
  const open = findings.find(({ name }) => name === "unterminated-string");
  if (open === undefined) return [...findings, explained];
  const others = findings.filter((finding) => finding !== open);
  // The mark that seems to open a text is the one that should have closed another, or an apostrophe.
  if (
    explained.name === "syntax" &&
    ["text-ends-early", "unopened-text", "unclosed-text"].includes(explained.parameters.problem)
  )
    return [...others, explained];
  if (explained.span.to > open.span.from && explained.span.from < open.span.from)
    return [...others, explained];
  const openIndex = tokens.findIndex(({ startOffset }) => startOffset === open.span.from);
  const token = tokens[openIndex];
  const apostrophe = token === undefined ? null : explainApostrophe(tokens, token, text);
  if (apostrophe !== null) return [...others, withCertainFixes(apostrophe, text, faultsOf, typos)];
  if (fault.tokenIndex < openIndex && isApostrophe(open, text)) return [...others, explained];
  // An open text swallows the rest of its line: what is missing from it on is not a second fault.
  return fault.tokenIndex < openIndex ? [...findings, explained] : findings;
}

/** Whether the finding is about a character beside the unexpected token that nobody sees: with it the fault will go. */
function hides(finding: LocalFinding, fault: ParserFault, tokens: readonly Token[]): boolean {
  if (finding.name !== "syntax") return false;
  const { problem } = finding.parameters;
  if (problem !== "white-space" && problem !== "invisible" && problem !== "lone-surrogate") return false;
  const from = tokens[fault.tokenIndex - 1]?.endOffset ?? 0;
  const to = (tokens[fault.tokenIndex]?.endOffset ?? Infinity) + 1;
  return finding.span.from > from && finding.span.from <= to;
}

function spanOf(token: Token): { readonly from: number; readonly to: number } {
  return { from: token.startOffset, to: token.endOffset + 1 };
}
