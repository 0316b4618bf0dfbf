import type { Gap } from "@responses/dsl";
import { addExamples } from "@responses/dsl/editor";
import type { AnalysedDocument } from "../../../workspace/analysis/analysed-document.js";
import type { DocumentChange } from "../action-change.js";

/** Writes the examples that record gaps behind the last example of the file; null where there are none. */
export function recordGaps({ file }: AnalysedDocument, gaps: readonly Gap[]): DocumentChange | null {
  if (gaps.length === 0) return null;
  const { edit, start } = addExamples(
    file.tree,
    gaps.map(({ example }) => example),
  );
  return { kind: "now", edits: [edit], cursor: start, created: null };
}
