import { parse, type Span, type Statement } from "@responses/dsl";
import {
  beginsWithCommand,
  bodyKindOf,
  isStatementWord,
  isWholeAnswer,
  trimmedEnd,
} from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import { statementEnd, statementIndexAt, wordStart } from "../../../workspace/documents/statement-places.js";

/*
 * A response that was pasted among statements belongs to the one above it, which cannot be read then; what it holds at the
 * beginning of a line may be cut off as statements of their own, which cannot be read either.
 */

/** Broken statements that are looked at before and behind the cursor, at most. */
const MOST_STATEMENTS = 50;

/** Beginnings of a statement that are read to find where it ends and what was pasted begins, at most. */
const MOST_BEGINNINGS = 60;

/** The lines of a response that was pasted as it is, and is no part of any statement; null where there is none at the place. */
export function pastedResponseAt(document: AnalysedDocument, offset: number): Span | null {
  const { file } = document;
  const { statements } = file.tree;
  const index = statementIndexAt(file, offset);
  let first = index;
  while (first >= 0 && index - first < MOST_STATEMENTS && isBroken(statements[first])) first--;
  for (let from = Math.max(-1, first); from <= index; from++) {
    const stretch = stretchFrom(document, from);
    if (stretch !== null && stretch.start <= offset && offset <= stretch.end)
      return mayBeResponse(document, stretch) ? stretch : null;
  }
  return null;
}

function isBroken(statement: Statement | undefined): boolean {
  return statement?.syntax.node.kind === "broken";
}

/** From what was pasted behind the statement of that number (-1: before the first) to where the next that can be read begins. */
function stretchFrom(document: AnalysedDocument, index: number): Span | null {
  const { source, statements } = document.file.tree;
  const statement = statements[index];
  const start = statement === undefined ? strayPreamble(document) : strayStart(document, statement);
  if (start === null) return null;
  const endBefore = (next: number) => statements[next]?.start ?? source.text.length;
  let next = index + 1;
  while (
    next - index < MOST_STATEMENTS &&
    isBroken(statements[next]) &&
    goesOn(source.text.slice(start, endBefore(next)))
  )
    next++;
  const written = source.text.slice(start, endBefore(next));
  const text = trimmedEnd(withoutRemarks(written));
  // A prompt often ends in a blank.
  const blanks = /^[ \t]*/.exec(source.text.slice(start + text.length, start + text.length + 100))?.[0] ?? "";
  return text === "" ? null : { start, end: start + text.length + blanks.length };
}

/** Whether what cannot be read in the next line belongs to what was pasted: of plain text, what follows without a gap. */
function goesOn(text: string): boolean {
  const isOpen = !/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(text) || /^\s*[{[<]/.test(text);
  return isOpen || isWholeAnswer(text) || beginsWithCommand(text);
}

/** Comments with a gap above them are about what follows. */
function withoutRemarks(text: string): string {
  return text.replace(/(?:\r\n?|\n)[ \t]*(?:(?:\r\n?|\n)[ \t]*(?:#[^\r\n]*)?)+$/, "");
}

/** The first line before all statements that is neither blank nor a comment. */
function strayPreamble({ file: { tree } }: AnalysedDocument): number | null {
  const { source, statements } = tree;
  const end = statements[0]?.start ?? source.text.length;
  for (let line = 0; source.lineStart(line) < end; line++) {
    const start = source.lineStart(line);
    const text = source.text.slice(start, source.lineEnd(line)).replace(/^\ufeff/, "");
    if (!/^[ \t]*(?:#|$)/.test(text)) return start;
    if (source.lineStart(line + 1) <= start) return null;
  }
  return null;
}

/** The line with which it begins what a broken statement does not need to be whole; null where it is never whole. */
function strayStart({ file: { tree } }: AnalysedDocument, statement: Statement): number | null {
  if (!isBroken(statement)) return null;
  const { source } = tree;
  const base = wordStart(statement);
  const { text } = statement.syntax;
  // `error: …`, `success|17`: no statement goes on like that.
  const written = text.slice(base - statement.start);
  if (/^[a-z]+(?:[:=|;,!]|\.(?:\s|$))/.test(written) || isLoneWord(written)) return lineStartOf(base);
  const firstLine = source.lineAt(base) + 1;
  const lastLine = source.lineAt(statementEnd(statement));
  const faults = statement.syntax.findings.map(({ span }) => span.from);
  const fault = faults.reduce((first, from) => Math.min(first, from), Number.POSITIVE_INFINITY);
  const faultLine = Number.isFinite(fault) ? source.lineAt(statement.start + fault) : firstLine;
  for (const from of [Math.min(faultLine, lastLine), Math.min(firstLine + MOST_BEGINNINGS, lastLine)]) {
    for (let line = from; line >= firstLine && from - line < MOST_BEGINNINGS; line--) {
      const start = source.lineStart(line);
      const isBlank = source.text.slice(start, source.lineEnd(line)).trim() === "";
      if (!isBlank && isWhole(source.text.slice(base, start))) return start;
    }
  }
  return null;

  function lineStartOf(offset: number): number {
    return source.lineStart(source.lineAt(offset));
  }
}

/** `success` alone: a response of many systems, or the beginning of a rule. */
function isLoneWord(text: string): boolean {
  return /^[a-z]+\s*$/.test(text);
}

function isWhole(text: string): boolean {
  const { statements } = parse("", text).tree;
  return statements.length === 1 && !isBroken(statements[0]);
}

/** Whether a stretch may as well be the beginning of a statement. */
export function mayBeStatement({ file }: AnalysedDocument, { start, end }: Span): boolean {
  return isLoneWord(file.tree.source.text.slice(start, end));
}

/** Words of the language with what they take: somebody was about to write a statement. */
const LANGUAGE =
  /(?:^|\s)(?:keyword|word|exact|status|json|xml|form|split|between|from|is|as)(?:\s+["'0-9]|\s*$)/m;

/** Whether that is a response, and no statement with a slip in it. What has the form of one of data is nothing else. */
function mayBeResponse({ file, findings }: AnalysedDocument, { start, end }: Span): boolean {
  const text = file.tree.source.text.slice(start, end);
  if (isWholeAnswer(text) || beginsWithCommand(text) || bodyKindOf(text) !== "text") return true;
  const [line] = text.split(/\r\n|\r|\n/, 1);
  if (LANGUAGE.test(line ?? "")) return false;
  return !findings.some(
    ({ finding: { span, fixes } }) =>
      span.start >= start &&
      span.end <= start + (line ?? "").length &&
      fixes.some(({ edits }) => edits.some(({ newText }) => isStatementWord(newText))),
  );
}
