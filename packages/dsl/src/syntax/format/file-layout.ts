import { memoized } from "../../incremental/memoized.js";
import { lex } from "../lexer.js";
import type { Comment } from "../tokens.js";
import type { StatementSyntax, Tree } from "../tree.js";
import { commentText, layOut, type StatementLayout } from "./statement-layout.js";

/** A piece of a file in order; each begins on a line of its own. */
export type FilePiece =
  | { readonly kind: "blank" }
  | { readonly kind: "comment"; readonly text: string }
  /** What cannot be read, as it is. An open text block keeps its last line end, or none; null for the file's own. */
  | { readonly kind: "verbatim"; readonly text: string; readonly lineEnd: string | null }
  | { readonly kind: "statement"; readonly layout: StatementLayout };

/** The pieces of a file, with blank lines as they are, and the text outside of what is verbatim. */
export interface FileLayout {
  readonly pieces: readonly FilePiece[];
  readonly formatted: readonly string[];
}

/** Takes a file apart. */
export function layOutFile(tree: Tree): FileLayout {
  const { text } = tree.source;
  const preambleEnd = tree.statements[0]?.start ?? text.length;
  const parts = [preamblePieces(text.slice(text.charCodeAt(0) === 0xfeff ? 1 : 0, preambleEnd))];
  for (const { syntax } of tree.statements) {
    parts.push(knownPieces(syntax));
  }
  return {
    pieces: parts.flatMap(({ pieces }) => pieces),
    formatted: parts.flatMap(({ formatted }) => formatted),
  };
}

/** A statement's pieces depend on its text alone, and an edit leaves most statements as they were. */
const knownPieces = memoized((syntax: StatementSyntax) =>
  hasFault(syntax) ? verbatimPieces(syntax.text) : statementPieces(syntax),
);

/** Whether the statement must stay as it is: its tokens are not all there is in its text, or not what was meant. */
function hasFault(syntax: StatementSyntax): boolean {
  return (
    syntax.node.kind === "broken" ||
    syntax.findings.some(({ name }) => name === "syntax" || name === "unterminated-string")
  );
}

function preamblePieces(text: string): FileLayout {
  const { tokens, comments, findings } = lex(text);
  if (tokens.length > 0 || findings.length > 0) return verbatimPieces(text);
  return { pieces: commentPieces(text, 0, comments), formatted: [text] };
}

function statementPieces(syntax: StatementSyntax): FileLayout {
  const { text, span, wordSpan } = syntax;
  const { tokens, comments } = lex(text);
  const above = comments.filter(({ from }) => from < wordSpan.from);
  const lineEnd = endOfLine(text, span.to);
  const within = comments.filter(({ from }) => from > wordSpan.from && from < lineEnd);
  const below = comments.filter(({ from }) => from >= lineEnd);
  const pieces: readonly FilePiece[] = [
    ...above.map((comment) => ({ kind: "comment", text: commentText(comment, text) }) as const),
    { kind: "statement", layout: layOut(syntax, tokens, within) },
    ...commentPieces(text, lineEnd, below),
  ];
  return { pieces, formatted: [text] };
}

/** Comment lines and blank lines, from an offset at a line's end or start on. */
function commentPieces(text: string, from: number, comments: readonly Comment[]): readonly FilePiece[] {
  const pieces: FilePiece[] = [];
  let at = from;
  for (const comment of comments) {
    if (hasBlankLine(text, at, comment.from)) pieces.push({ kind: "blank" });
    pieces.push({ kind: "comment", text: commentText(comment, text) });
    at = comment.to;
  }
  if (hasBlankLine(text, at, text.length)) pieces.push({ kind: "blank" });
  return pieces;
}

/** Whether the white space between two offsets holds a line without anything. */
function hasBlankLine(text: string, from: number, to: number): boolean {
  const lineEnds = text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0;
  return lineEnds > 1;
}

/** A text as it is, without the blank lines at its end. Where a text block is open they are part of it. */
function verbatimPieces(text: string): FileLayout {
  const open = lex(text).findings.some((finding) => {
    return finding.name === "unterminated-string" && finding.parameters.kind === "block";
  });
  const end = open ? withoutLineEnd(text, text.length) : endOfLastLine(text);
  const verbatim = text.slice(0, end);
  const rest = text.slice(end);
  // A block that ends in two line ends, CR and LF by themselves, must not get one of them in another form.
  if (open) return { pieces: [{ kind: "verbatim", text: verbatim, lineEnd: rest }], formatted: [] };
  const pieces: FilePiece[] = verbatim === "" ? [] : [{ kind: "verbatim", text: verbatim, lineEnd: null }];
  if (hasBlankLine(rest, 0, rest.length)) pieces.push({ kind: "blank" });
  return { pieces, formatted: [rest] };
}

/** Where the last line that holds anything but blanks ends. */
function endOfLastLine(text: string): number {
  let last = text.length;
  while (last > 0 && " \t\r\n".includes(text.charAt(last - 1))) last--;
  return last === 0 ? 0 : endOfLine(text, last);
}

function endOfLine(text: string, from: number): number {
  let index = from;
  while (index < text.length && text.charAt(index) !== "\n" && text.charAt(index) !== "\r") index++;
  return index;
}

function withoutLineEnd(text: string, end: number): number {
  if (text.charAt(end - 1) === "\n") return text.charAt(end - 2) === "\r" ? end - 2 : end - 1;
  return text.charAt(end - 1) === "\r" ? end - 1 : end;
}
