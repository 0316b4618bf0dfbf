import type { TextEdit } from "../findings/finding.js";
import { formatTree } from "./format.js";
import { readStatement } from "./read-statement.js";
import { isRecovered } from "./recovered-statements.js";
import { cutStatements } from "./statement-cutter.js";
import type { Statement, StatementSyntax, Tree } from "./tree.js";

/** Statements looked at on either side of the new place at most: columns are shared by neighbours. */
const MOST_NEIGHBOURS = 30;

/**
 * The edits that take a statement of a tree, with the comments that belong to it, and put it above another that stands
 * further up, in line with its new neighbours. Of blank lines around its old place one is left.
 */
export function movedAbove(tree: Tree, moved: Statement, other: Statement): readonly TextEdit[] {
  const { source } = tree;
  const end = source.lineEnd(source.lineAt(moved.start + moved.syntax.span.to));
  const own = source.text.slice(moved.start, end);
  const lineEnd = source.text.slice(source.lineEnd(0), source.lineStart(1));
  const written = alignedAbove(tree, own, other).replace(/\r\n|\n|\r/g, lineEnd);
  return [
    { span: { start: other.start, end: other.start }, newText: written + lineEnd },
    { span: stretchToCut(source.text, moved.start, end), newText: "" },
  ];
}

/** The edits that take a statement out of a tree, with the comments that belong to it. Of blank lines around its place one is left. */
export function removedStatement({ source }: Tree, removed: Statement): readonly TextEdit[] {
  const end = source.lineEnd(source.lineAt(removed.start + removed.syntax.span.to));
  return [{ span: stretchToCut(source.text, removed.start, end), newText: "" }];
}

/** The lines from `start` to the line end at `end`, and the blank lines around them of which none or one is to stay. */
function stretchToCut(text: string, start: number, end: number): TextEdit["span"] {
  const behind = blankLinesEnd(text, end);
  const isLast = behind === text.length;
  const blanksBefore = blankLinesStart(text, start);
  if (isLast) return { start: blanksBefore, end: behind };
  const next = lineEndBehind(text, end);
  return { start, end: blanksBefore < start ? behind : next };
}

/** Where the first line begins, behind a line's end, that holds anything; the text's end if there is none. */
function blankLinesEnd(text: string, lineEnd: number): number {
  let line = lineEndBehind(text, lineEnd);
  for (let index = line; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "\n" || character === "\r") line = index + 1;
    else if (character !== " " && character !== "\t") return line;
  }
  return text.length;
}

/** Where the blank lines directly above a line begin; the line's own start if there are none. */
function blankLinesStart(text: string, lineStart: number): number {
  let line = lineStart;
  for (let index = lineStart; index > 0; index--) {
    const character = text.charAt(index - 1);
    if (character === "\n" || character === "\r") line = index;
    else if (character !== " " && character !== "\t") return line;
  }
  return 0;
}

function lineEndBehind(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length);
}

/** A statement's text as the formatter writes it above another; as it is where the formatter would not touch it. */
function alignedAbove({ source, statements }: Tree, own: string, other: Statement): string {
  const at = statements.indexOf(other);
  const isCut = ({ syntax }: Statement) => !isRecovered(syntax);
  const above = statements.slice(Math.max(0, at - MOST_NEIGHBOURS), at).filter(isCut);
  const below = statements.slice(at, at + MOST_NEIGHBOURS).filter(isCut);
  const around: readonly StatementSyntax[] = [
    ...above.map(({ syntax }) => syntax),
    readStatement(`${own}\n`),
    ...below.map(({ syntax }) => syntax),
  ];
  // Formatting reads the statements; of the text it wants what stands before the first, which is nothing here.
  const near = { source, statements: around.map((syntax) => ({ start: 0, syntax })), findings: [] };
  const formatted = formatTree(near);
  const piece = cutStatements(formatted).statements[above.length];
  return piece === undefined ? own : formatted.slice(piece.start, piece.end).trimEnd();
}
