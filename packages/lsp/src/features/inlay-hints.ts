import type { Rule, SourceText, Statement } from "@responses/dsl";
import type { InlayHint, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import { statementIndexAt } from "../workspace/documents/mapping-document.js";
import { countsInWords, countsOf, type ExampleCounts } from "./presentation/example-counts.js";
import { textOfPieces } from "./presentation/preview-text.js";
import { staleNote } from "./presentation/stale-note.js";

/** Behind each rule of a stretch, how many of the file's examples it decides. None where there are no examples. */
export function inlayHintsIn(document: AnalysedDocument, range: Range): InlayHint[] {
  const { file, positions, usable } = document;
  if (usable === null || usable.run.results.length === 0) return [];
  const { start, end } = positions.spanOf(range);
  const first = Math.max(0, statementIndexAt(file, start));
  const last = statementIndexAt(file, end);
  return file.tree.statements
    .slice(first, last + 1)
    .flatMap((statement) => hintFor(statement, document))
    .filter(({ position }) => {
      const offset = positions.offsetAt(position);
      return start <= offset && offset <= end;
    });
}

function hintFor(statement: Statement, { file, positions, usable }: AnalysedDocument): readonly InlayHint[] {
  if (usable === null) return [];
  const rule = usable.ruleShownAt(statement);
  if (rule === null) return [];
  const counts = countsOf(rule, usable);
  const last = staleNote(usable, statement);
  const { source } = file.tree;
  const line = Math.min(
    lastLineOf(statement, source),
    firstLineOf(statement, source) + linesAfterFirst(rule),
  );
  return [
    {
      position: positions.positionAt(source.lineEnd(line)),
      label: labelFor(counts),
      tooltip: countsInWords(counts) + (last === null ? "" : `, ${textOfPieces(last)}`),
      paddingLeft: true,
    },
  ];
}

function firstLineOf(statement: Statement, source: SourceText): number {
  return source.lineAt(statement.start + statement.syntax.span.from);
}

function lastLineOf(statement: Statement, source: SourceText): number {
  return source.lineAt(statement.start + statement.syntax.span.to);
}

/** How many lines a rule goes on for; what is typed below it belongs to its statement until it begins one of its own. */
function linesAfterFirst({ statement, file }: Rule): number {
  const { source } = file.tree;
  return lastLineOf(statement, source) - firstLineOf(statement, source);
}

/** `decides 3 of 5, 1 wrongly`. */
function labelFor({ examples, decides, wrong }: ExampleCounts): string {
  return `decides ${decides} of ${examples}${wrong === 0 ? "" : `, ${wrong} wrongly`}`;
}
