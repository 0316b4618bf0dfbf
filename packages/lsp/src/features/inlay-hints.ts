import type { Rule, Statement } from "@responses/dsl";
import type { InlayHint, Range } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import { lastLineOf, lineOf, statementIndexAt } from "../workspace/documents/statement-places.js";
import { countsInWords, countsOf, type ExampleCounts } from "./presentation/example-counts.js";
import { staleRemark } from "./presentation/stale-note.js";

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
  const line = Math.min(lastLineOf(file, statement), lineOf(file, statement) + linesAfterFirst(rule));
  return [
    {
      position: positions.positionAt(file.tree.source.lineEnd(line)),
      label: labelFor(counts),
      tooltip: countsInWords(counts) + staleRemark(usable, statement),
      paddingLeft: true,
    },
  ];
}

/** How many lines a rule goes on for; what is typed below it belongs to its statement until it begins one of its own. */
function linesAfterFirst({ statement, file }: Rule): number {
  return lastLineOf(file, statement) - lineOf(file, statement);
}

/** `decides 3 of 5, 1 wrongly`. */
function labelFor({ examples, decides, wrong }: ExampleCounts): string {
  return `decides ${decides} of ${examples}${wrong === 0 ? "" : `, ${wrong} wrongly`}`;
}
