import { isBareWordCharacter } from "../text/character-classes.js";

import { BLOCK_MARKS } from "./text-literal.js";
import { isStatementWord, STATEMENT_WORDS } from "./vocabulary.js";

/** A file cut into statements: each piece with its documentation; `preamble` is what stands before the first. */
export interface CutFile {
  /** Offset at which the first statement's text begins; everything before belongs to no statement. */
  readonly preambleEnd: number;
  readonly statements: readonly { readonly start: number; readonly end: number }[];
}

/** Cuts a whole file. */
export function cutStatements(text: string): CutFile {
  const starts = [...statementStarts(text, 0)];
  const statements = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
  return { preambleEnd: starts[0] ?? text.length, statements };
}

/**
 * Where a file's statements begin: at every line whose first word is a statement word, text blocks apart (docs/language.md),
 * or at the comment lines directly above such a line, which go with it. `from` is the start of the text or of a statement.
 * One pass, which goes on as far as it is asked; nothing but strings, blocks and comments is looked at, so a fault in one
 * statement cannot move the border of another.
 */
export function* statementStarts(text: string, from: number): Iterable<number> {
  let commentRun: number | null = null;
  let lineStart = from === 0 && text.charCodeAt(0) === 0xfeff ? 1 : from;
  while (lineStart < text.length) {
    const first = skipBlanks(text, lineStart);
    if (beginsStatement(text, first)) {
      yield commentRun ?? lineStart;
      commentRun = null;
    } else if (text.charAt(first) === "#") {
      commentRun ??= lineStart;
    } else {
      commentRun = null;
    }
    lineStart = skipLine(text, first);
  }
}

function skipBlanks(text: string, from: number): number {
  let index = from;
  while (text.charAt(index) === " " || text.charAt(index) === "\t") index++;
  return index;
}

const LONGEST_WORD = Math.max(...STATEMENT_WORDS.map(({ length }) => length));

/** Whether a whole statement word stands at the offset. */
function beginsStatement(text: string, offset: number): boolean {
  let end = offset;
  while (isLowerCaseLetter(text.charCodeAt(end))) end++;
  if (end === offset || end - offset > LONGEST_WORD || !isStatementWord(text.slice(offset, end)))
    return false;
  const next = text.codePointAt(end);
  return next === undefined || !isBareWordCharacter(next);
}

function isLowerCaseLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** From inside a line to the start of the next that is not inside a text block. */
function skipLine(text: string, from: number): number {
  let index = from;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") return skipLineEnd(text, index);
    if (character === "#") index = findLineEnd(text, index);
    else if (text.startsWith(BLOCK_MARKS, index)) index = skipBlock(text, index);
    else if (character === '"' || character === "'") index = skipString(text, index);
    else index++;
  }
  return index;
}

function findLineEnd(text: string, from: number): number {
  let index = from;
  while (index < text.length && text.charAt(index) !== "\n" && text.charAt(index) !== "\r") index++;
  return index;
}

function skipLineEnd(text: string, from: number): number {
  return text.startsWith("\r\n", from) ? from + 2 : from + 1;
}

function skipString(text: string, from: number): number {
  const quote = text.charAt(from);
  let index = from + 1;
  while (index < text.length) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") return index;
    if (character === quote) return index + 1;
    const next = text.charAt(index + 1);
    index += character === "\\" && next !== "\n" && next !== "\r" ? 2 : 1;
  }
  return Math.min(index, text.length);
}

/** Behind the closing marks; a block without them ends before the next line that begins a statement. */
function skipBlock(text: string, from: number): number {
  const closing = text.indexOf(BLOCK_MARKS, from + BLOCK_MARKS.length);
  if (closing !== -1) return closing + BLOCK_MARKS.length;
  let lineEnd = findLineEnd(text, from);
  while (lineEnd < text.length) {
    const lineStart = skipLineEnd(text, lineEnd);
    // The caller looks at the line end that stands before the statement and goes on behind it.
    if (beginsStatement(text, skipBlanks(text, lineStart))) return lineEnd;
    lineEnd = findLineEnd(text, lineStart);
  }
  return text.length;
}
