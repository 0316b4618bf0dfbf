import type { CodeLens } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";

/** The command behind the lenses: it has a document's URI, and the line of an example or nothing for all. */
export const RUN_EXAMPLES = "responses.runExamples";

/**
 * Above the first example how all of them go; it runs them. While a statement is broken it stays as it was: a title that changes with
 * every rule that is half typed says nothing of the rule. What fails is told at its line's end, by a hint.
 */
export function codeLensesOf(document: AnalysedDocument): CodeLens[] {
  const { usable, uri } = document;
  if (usable === null) return [];
  const { results } = usable.run;
  const passing = results.filter(({ difference }) => difference === null).length;
  const title = `Run examples (${passing} of ${results.length} pass)`;
  const command = { title, command: RUN_EXAMPLES, arguments: [uri] };
  return results.slice(0, 1).flatMap(({ example }) => {
    const statement = usable.shownAt(example);
    if (statement === null) return [];
    const { wordSpan } = statement.syntax;
    const span = { start: statement.start + wordSpan.from, end: statement.start + wordSpan.to };
    return [{ range: document.positions.rangeOf(span), command }];
  });
}
