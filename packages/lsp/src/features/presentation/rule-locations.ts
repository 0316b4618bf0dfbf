import type { Example, Rule } from "@responses/dsl";
import type { Location } from "vscode-languageserver";
import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { statementSpan } from "../../workspace/documents/statement-places.js";
import type { Places } from "./places.js";

/** Where a rule of a document's mapping stands, in whichever file; a broken statement's place for what stands in for it. */
export function locationOfRule(rule: Rule, document: AnalysedDocument, places: Places): Location | null {
  const { file, usable } = document;
  const statement = usable?.shownAt(rule) ?? null;
  if (statement !== null) return places.locationOf(file.path, statementSpan(statement));
  if (rule.file.path === file.path) return null;
  return places.locationOf(rule.file.path, statementSpan(rule.statement));
}

/** Where an example of a document's own file stands; null for one that stands there no more. */
export function locationOfExample(
  example: Example,
  { file, usable }: AnalysedDocument,
  places: Places,
): Location | null {
  const statement = usable?.shownAt(example) ?? null;
  return statement === null ? null : places.locationOf(file.path, statementSpan(statement));
}
