import type { TextEdit as SourceEdit, Span } from "@responses/dsl";
import { formatTree } from "@responses/dsl/editor";
import type { Position, Range, TextEdit } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import {
  statementAt,
  statementEnd,
  statementIndexAt,
  wordStart,
} from "../../workspace/documents/statement-places.js";
import { blankEdits } from "./blank-edits.js";

/*
 * There is one form, that of `responses fmt`: what clients say of tab size, tabs or blanks, and of white space at the ends
 * of lines and files is not asked. A statement that cannot be read stays as it is, byte for byte.
 */

/** The edits that bring a document into the form that `responses fmt` gives it; none for one that has it. */
export function formatDocument(document: MappingDocument): TextEdit[] {
  return allEdits(document).map((edit) => inProtocol(edit, document));
}

/** The same for the statements that lie in one of the ranges, or touch one; all others stay as they are. */
export function formatRanges(document: MappingDocument, ranges: readonly Range[]): TextEdit[] {
  const stretches = ranges.flatMap((range) => statementsIn(document, document.positions.spanOf(range)) ?? []);
  return editsWithin(document, stretches);
}

/**
 * The edits for a statement that somebody has just finished by a line end; the position is behind it. A statement that goes
 * on below stays as it is: the formatter would take the line end back.
 */
export function formatOnLineEnd(document: MappingDocument, position: Position): TextEdit[] {
  const { file } = document;
  const { source } = file.tree;
  if (position.line === 0) return [];
  const lineStart = source.lineStart(position.line);
  const statement = statementAt(file, source.lineStart(position.line - 1));
  // A comment above a statement belongs to it, and what is below is not finished yet.
  if (statement === null || wordStart(statement) >= lineStart) return [];
  const end = statementEnd(statement);
  if (end > lineStart || source.lineAt(end) !== position.line - 1) return [];
  return editsWithin(document, [{ start: statement.start, end: source.lineEnd(position.line - 1) }]);
}

function allEdits({ file }: MappingDocument): readonly SourceEdit[] {
  const before = file.tree.source.text;
  const after = formatTree(file.tree);
  if (after === before) return [];
  // The formatter moves words and changes none; were it ever to, the whole text is still what it says.
  return blankEdits(before, after) ?? [{ span: { start: 0, end: before.length }, newText: after }];
}

function editsWithin(document: MappingDocument, stretches: readonly Span[]): TextEdit[] {
  if (stretches.length === 0) return [];
  const isWithin = ({ span, newText }: SourceEdit) =>
    stretches.some(
      // A line end that the file's last line lacks stands behind the statement.
      ({ start, end }) =>
        start <= span.start && span.end <= end && !(span.start === end && /[\r\n]/.test(newText)),
    );
  return allEdits(document)
    .filter(isWithin)
    .map((edit) => inProtocol(edit, document));
}

/** The whole lines of the statements that a stretch touches, from the first one's comments on; null where there is none. */
function statementsIn({ file }: MappingDocument, { start, end }: Span): Span | null {
  const { source, statements } = file.tree;
  let first = Math.max(0, statementIndexAt(file, start));
  // Whole lines end where the next one begins.
  const last = statementIndexAt(file, end > start ? end - 1 : end);
  const at = statements[first];
  if (at !== undefined && source.lineEnd(source.lineAt(statementEnd(at))) < start) first++;
  const from = statements[first];
  const to = statements[last];
  if (from === undefined || to === undefined || first > last) return null;
  return { start: from.start, end: source.lineEnd(source.lineAt(statementEnd(to))) };
}

function inProtocol({ span, newText }: SourceEdit, { positions }: MappingDocument): TextEdit {
  return { range: positions.rangeOf(span), newText };
}
