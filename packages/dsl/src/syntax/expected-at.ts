import { isBareWordCharacter } from "../text/character-classes.js";
import { leadingCount } from "../text/leading-count.js";
import type { LocalSpan } from "../text/span.js";
import { type Expectation, expectationsOf } from "./expectation.js";
import { atBeginning, keepsLine, type Reach, reachBehind } from "./grammar-walk.js";
import { type LexedText, lex } from "./lexer.js";
import { beginningBefore } from "./statement-beginnings.js";
import { BLOCK_MARKS } from "./text-literal.js";
import { BlockText, Comma, DotDot, StringText, type Token } from "./tokens.js";

/** What stands in a place already and would be replaced. */
export type WrittenThere =
  | { readonly kind: "nothing" | "word"; readonly span: LocalSpan }
  /** `span` is what stands between the quotation marks. */
  | {
      readonly kind: "string";
      readonly quote: '"' | "'";
      readonly isClosed: boolean;
      readonly span: LocalSpan;
    }
  | { readonly kind: "block"; readonly isClosed: boolean; readonly span: LocalSpan };

/** A place in a statement's code, and what can stand there. */
export interface CodePlace {
  readonly kind: "code";
  readonly written: WrittenThere;
  readonly expectations: readonly Expectation[];
  /** Whether what stands before the place is a whole statement. */
  readonly canEnd: boolean;
  /** Whether a statement can begin here: nothing but blanks stands before it on its line. */
  readonly canBegin: boolean;
  /** The words before the place, in one line and as far as they make sense; empty where there are none. */
  readonly before: string;
  /** Whether something other than a comment stands behind the place on its line. */
  readonly isFollowed: boolean;
}

export type ExpectedPlace =
  | CodePlace
  /** `isAboveStatement`: the comment stands before the statement's word. */
  | { readonly kind: "comment"; readonly span: LocalSpan; readonly isAboveStatement: boolean };

/**
 * What the grammar allows at an offset of a statement's text, or of what stands before a file's first statement. Whatever
 * stands behind the place is left aside; words before it that leave the grammar are passed over. Never throws.
 */
export function expectedAt(text: string, offset: number): ExpectedPlace {
  const lexed = lex(text);
  const comment = lexed.comments.find(({ from, to }) => from < offset && offset <= to);
  if (comment === undefined) return expectedInCode(text, offset, lexed);
  const { from, to } = comment;
  const word = lexed.tokens[0]?.startOffset ?? text.length;
  return { kind: "comment", span: { from, to }, isAboveStatement: from < word };
}

function expectedInCode(text: string, offset: number, lexed: LexedText): CodePlace {
  const count = leadingCount(lexed.tokens, ({ startOffset }) => startOffset < offset);
  const before = lexed.tokens.slice(0, count);
  const last = before.at(-1);
  const there = last === undefined ? null : writtenIn(last, text, offset, lexed);
  const { written, read } = readBefore(text, offset, before, there);
  return {
    kind: "code",
    written,
    expectations: expectationsOf(read.reach.steps, read.tokens.at(-1)?.image ?? null),
    canEnd: read.reach.canEnd,
    canBegin: (written.kind === "nothing" || written.kind === "word") && isLineStart(text, written.span.from),
    before: read.tokens.map(({ image }) => image).join(" "),
    isFollowed: isFollowed(text, written),
  };
}

/** The word or text in which the offset lies, or which ends there; null where the token is done. */
function writtenIn(token: Token, text: string, offset: number, { findings }: LexedText): WrittenThere | null {
  const { startOffset: from, tokenType } = token;
  const to = token.endOffset + 1;
  if (tokenType === Comma || tokenType === DotDot) return null;
  if (tokenType !== StringText && tokenType !== BlockText) {
    return offset > to ? null : { kind: "word", span: { from, to } };
  }
  const isOpen = findings.some(({ name, span }) => name === "unterminated-string" && span.from === from);
  // Where a word touches the closing mark, that mark was meant to open a text, and the one before it is open.
  const isClosed = !isOpen && (tokenType === BlockText || !isBareWordCharacter(text.codePointAt(to) ?? 0));
  if (offset > to || (isClosed && offset === to)) return null;
  if (tokenType === BlockText) {
    const marks = BLOCK_MARKS.length;
    return { kind: "block", isClosed, span: { from: from + marks, to: isClosed ? to - marks : to } };
  }
  const quote = text.charAt(from) === "'" ? "'" : '"';
  const end = isClosed ? to - 1 : wordEnd(text, offset, to);
  return { kind: "string", quote, isClosed, span: { from: from + 1, to: end } };
}

/** An open text has swallowed the rest of its line; what belongs to it ends at a blank or a comma. */
function wordEnd(text: string, offset: number, limit: number): number {
  let end = offset;
  while (end < limit && !" \t,".includes(text.charAt(end))) end++;
  return end;
}

/** The words before a place that make sense, and where they lead to. */
interface ReadBefore {
  readonly tokens: readonly Token[];
  readonly reach: Reach;
}

/** Finds the reading of what stands before the place that leaves the grammar least. */
function readBefore(
  text: string,
  offset: number,
  tokens: readonly Token[],
  there: WrittenThere | null,
): { readonly written: WrittenThere; readonly read: ReadBefore } {
  const written = there ?? { kind: "nothing", span: { from: offset, to: offset } };
  const end = there === null ? tokens.length : tokens.length - 1;
  const candidates = [{ written, words: tokens.slice(0, end) }];
  const start = startOfRun(tokens);
  if (written.kind === "word" && start < end) {
    // A path without quotes is more than one token: `$.a`.
    const span = { from: tokens[start]?.startOffset ?? offset, to: written.span.to };
    candidates.push({ written: { kind: "word", span }, words: tokens.slice(0, start) });
  }
  for (const reader of [readWhole, readPassingOver]) {
    for (const candidate of candidates) {
      const { tokens: words, reach } = reader(candidate.words);
      const isSameLine = sharesLine(text, candidate.words.at(-1), candidate.written.span.from);
      const steps = reach.steps.filter((step) => isSameLine || !keepsLine(step));
      const isRead = steps.length > 0 || reach.canEnd;
      if (isRead) return { written: candidate.written, read: { tokens: words, reach: { ...reach, steps } } };
    }
  }
  return { written, read: UNREADABLE };
}

const UNREADABLE: ReadBefore = { tokens: [], reach: { steps: [], canEnd: false } };

/** The index of the first of the tokens at the end between which there is no blank; texts and commas stand apart. */
function startOfRun(tokens: readonly Token[]): number {
  let start = tokens.length - 1;
  for (; start > 0; start--) {
    const before = tokens[start - 1];
    if (before === undefined || before.endOffset + 1 !== tokens[start]?.startOffset) break;
    if (before.pieces !== undefined || before.tokenType === Comma) break;
  }
  return start;
}

function sharesLine(text: string, last: Token | undefined, offset: number): boolean {
  return last === undefined || !/[\r\n]/.test(text.slice(last.endOffset + 1, offset));
}

/** The words as they are. Nothing is expected before the first: there a statement begins. */
function readWhole(tokens: readonly Token[]): ReadBefore {
  return tokens.length === 0 ? UNREADABLE : { tokens, reach: reachOf(tokens) };
}

/** A broken statement is taken up again at the first word from which on it makes sense. */
function readPassingOver(tokens: readonly Token[]): ReadBefore {
  const [first] = tokens;
  const earliest = Math.max(1, tokens.length - MOST_PASSED_OVER);
  for (let index = earliest; index < tokens.length; index++) {
    const next = tokens[index];
    const beginning = first === undefined || next === undefined ? null : beginningBefore(first, next);
    if (beginning === null) continue;
    const words = [...beginning, ...tokens.slice(index)];
    const reach = reachOf(words);
    if (reach.steps.length > 0) return { tokens: words, reach };
  }
  return UNREADABLE;
}

/** Tokens passed over before the place, at most: what a statement says further on is not told from its beginning. */
const MOST_PASSED_OVER = 100;

function reachOf(tokens: readonly Token[]): Reach {
  let reach = atBeginning();
  let before: Token | null = null;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined || isInsideList(tokens, index)) continue;
    reach = reachBehind(reach, token, before);
    if (reach.steps.length === 0 && !reach.canEnd) break;
    before = token;
  }
  return reach;
}

/** Behind each comma of a list of texts the same can follow, so that nothing but its first and last text tells. */
function isInsideList(tokens: readonly Token[], index: number): boolean {
  const isPair = (at: number) => tokens[at]?.pieces !== undefined && tokens[at + 1]?.tokenType === Comma;
  return (isPair(index) && isPair(index - 2)) || (isPair(index - 1) && isPair(index - 3));
}

/** Whether nothing but blanks stands before the offset on its line. */
function isLineStart(text: string, offset: number): boolean {
  let index = offset;
  while (index > 0 && " \t\ufeff".includes(text.charAt(index - 1))) index--;
  return index === 0 || "\r\n".includes(text.charAt(index - 1));
}

function isFollowed(text: string, written: WrittenThere): boolean {
  let index = written.span.to + closingLength(written);
  while (text.charAt(index) === " " || text.charAt(index) === "\t") index++;
  const next = text.charAt(index);
  return next !== "" && !"\r\n#".includes(next);
}

function closingLength(written: WrittenThere): number {
  switch (written.kind) {
    case "nothing":
    case "word":
      return 0;
    case "string":
      return written.isClosed ? 1 : 0;
    case "block":
      return written.isClosed ? BLOCK_MARKS.length : 0;
  }
}
