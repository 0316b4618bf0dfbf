import type { ExampleResult } from "@responses/dsl";
import type { CodeLens, Command } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";
import { lineOf } from "../workspace/documents/statement-places.js";
import { staleRemark } from "./presentation/stale-note.js";

/** The command behind the lenses: it has a document's URI, and the line of an example or nothing for all. */
export const RUN_EXAMPLES = "responses.runExamples";

/**
 * Above the first example how all of them go, and above each that fails that it does; both run them. What passes and the
 * rules stay as calm as they are: hints say what rules do.
 */
export function codeLensesOf(document: AnalysedDocument): CodeLens[] {
  const { usable, uri } = document;
  if (usable === null) return [];
  const { results } = usable.run;
  const failing = results.filter(({ difference }) => difference !== null);
  const remark = staleRemark(usable, null);
  const passing = `${results.length - failing.length} of ${results.length} pass${remark}`;
  const first = results.slice(0, 1).flatMap((result) =>
    lensAt(result, document, () => ({
      title: `Run examples (${passing})`,
      command: RUN_EXAMPLES,
      arguments: [uri],
    })),
  );
  const others = failing.flatMap((result) =>
    lensAt(result, document, (line) => ({
      title: "Run this example (it fails)",
      command: RUN_EXAMPLES,
      arguments: [uri, line],
    })),
  );
  return [...first, ...others];
}

function lensAt(
  { example }: ExampleResult,
  { file, positions, usable }: AnalysedDocument,
  commandFor: (line: number) => Command,
): readonly CodeLens[] {
  const statement = usable?.shownAt(example) ?? null;
  if (statement === null) return [];
  const { wordSpan } = statement.syntax;
  const span = { start: statement.start + wordSpan.from, end: statement.start + wordSpan.to };
  return [{ range: positions.rangeOf(span), command: commandFor(lineOf(file, statement)) }];
}
