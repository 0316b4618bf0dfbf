import type { Hover, Position } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysed-document.js";
import { statementIndexAt } from "../workspace/mapping-document.js";

/** The preview for a place: what the rule or example there does. Null where there is nothing to say. */
export function hoverAt(document: AnalysedDocument, position: Position): Hover | null {
  const offset = document.positions.offsetAt(position);
  const statement = document.file.tree.statements[statementIndexAt(document.file, offset)];
  const rule = statement === undefined ? null : (document.meaning?.ruleOf(statement) ?? null);
  if (rule === null || document.meaning === null) return null;
  const { run } = document.meaning;
  const value = `matches ${run.matchedBy(rule).length} of ${run.results.length} examples, decides ${run.decidedBy(rule).length}`;
  return { contents: { kind: "markdown", value } };
}
