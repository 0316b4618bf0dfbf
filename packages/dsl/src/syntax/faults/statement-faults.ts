import { asSuggestions, type LocalFinding } from "../../findings/finding.js";
import type { SyntaxProblem } from "../../findings/syntax-problem.js";
import type { LocalSpan } from "../../text/span.js";
import { type LexedText, lex, MOST_TOKENS } from "../lexer.js";
import { type ParserFault, parseStatementTokens } from "../statement-parser.js";
import type { Token } from "../tokens.js";
import { MOST_TYPOS, withCertainFixes } from "./certain-fixes.js";
import { explainFault } from "./explain-fault.js";
import { furtherFaults } from "./further-faults.js";
import { explainApostrophe } from "./labels/label-words.js";
import { isApostrophe, joinOpenTexts } from "./texts/open-texts.js";

/*
 * All that is wrong with one statement's text: with its characters, its texts, and the places where its tokens leave
 * the grammar, as far as they can be told apart. One typo is told once: where two of these come from the same, one of them goes.
 */

/** What is wrong with a statement that has been read; `fault` is where its tokens leave the grammar. */
export function faultsOfRead(
  { tokens, findings }: LexedText,
  fault: ParserFault | null,
  text: string,
  typos = MOST_TYPOS,
): readonly LocalFinding[] {
  const found = joinOpenTexts(findings, text);
  if (fault === null || found.some((finding) => hides(finding, fault, tokens))) return found;
  const certain = (finding: LocalFinding) => withCertainFixes(finding, text, faultsOf, typos);
  const explanation = explainFault(tokens, fault, text);
  const lexical = isAboutMarks(explanation) ? found.map(withEscapesSuggested) : found;
  const explained = certain(explanation);
  const open = lexical.find(({ name }) => name === "unterminated-string");
  if (open === undefined) {
    const known = new Set(lexical.map(placeOf));
    const further = furtherFaults(explanation, text, faultsOf, typos);
    return [...lexical, explained, ...further.filter((finding) => !known.has(placeOf(finding)))];
  }
  const others = lexical.filter((finding) => finding !== open);
  if (explainsOpenText(explained, open)) return [...others, explained];
  const openIndex = tokens.findIndex(({ startOffset }) => startOffset === open.span.from);
  const token = tokens[openIndex];
  const apostrophe = token === undefined ? null : explainApostrophe(tokens, token, text);
  if (apostrophe !== null) return [...others, certain(apostrophe)];
  // An open text swallows the rest of its line: what is missing from it on is not a second fault.
  if (fault.tokenIndex >= openIndex) return lexical;
  return isApostrophe(open, text) ? [...others, explained] : [...lexical, explained];
}

function placeOf({ name, span }: LocalFinding): string {
  return `${name} ${span.from}`;
}

/** What is wrong with a statement's text; `typos` of its faults may be fixed, one after the other. */
export function faultsOf(text: string, typos: number): readonly LocalFinding[] {
  const lexed = lex(text);
  if (lexed.isTooLong) return [tooLong({ from: 0, to: 0 })];
  return faultsOfRead(lexed, parseStatementTokens(lexed.tokens).fault, text, typos);
}

/** The finding about a statement that has too many tokens to be read. */
export function tooLong(span: LocalSpan): LocalFinding {
  return { name: "syntax", parameters: { problem: "too-long", words: MOST_TOKENS }, span, fixes: [] };
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

/** Whether the mark that seems to open a text is the one that should have closed another, or is inside what is explained. */
function explainsOpenText(explained: LocalFinding, open: LocalFinding): boolean {
  if (isAboutMarks(explained)) return true;
  return explained.span.to > open.span.from && explained.span.from < open.span.from;
}

function isAboutMarks({ name, parameters }: LocalFinding): boolean {
  return name === "syntax" && OF_MARKS.has(parameters.problem);
}

/** Where marks are wrong, the text may be another one, in which a backslash needs no other: a block. */
function withEscapesSuggested(finding: LocalFinding): LocalFinding {
  return finding.name === "unknown-escape" ? { ...finding, fixes: asSuggestions(finding.fixes) } : finding;
}

const OF_MARKS: ReadonlySet<SyntaxProblem["problem"]> = new Set([
  "text-ends-early",
  "text-with-both-marks",
  "unopened-text",
  "unclosed-text",
]);
