import type { AnalysedDocument } from "../../workspace/analysis/analysed-document.js";
import { examplesInWords } from "../presentation/example-counts.js";
import { exampleResultsOf } from "./example-results.js";

/** Failing examples named at most: a message is short. */
const MOST_NAMED = 3;

/**
 * How a document's examples go, in a sentence or two; with a line, counted from 0, how the example there goes. For clients
 * that have no tree of tests.
 */
export function exampleSummary(
  document: AnalysedDocument,
  line: number | null,
): { readonly text: string; readonly isGood: boolean } {
  const { examples } = exampleResultsOf(document, NO_PLACES);
  const meant =
    line === null
      ? examples
      : examples.filter(({ range }) => range.start.line <= line && line <= range.end.line);
  const failing = meant.filter(({ passed }) => !passed);
  const named = failing
    .slice(0, MOST_NAMED)
    .map(({ range, message }) => `line ${range.start.line + 1}: ${message ?? ""}`);
  return {
    text: withoutLinks([examplesInWords(meant.length, failing.length), ...named].join("; ")),
    isGood: failing.length === 0,
  };
}

/** Editors make a link of `[text](address)` in a message, of commands too, and what is said holds texts of responses. */
function withoutLinks(text: string): string {
  return text.replaceAll("](", "] (");
}

const NO_PLACES = { locationOf: () => null };
