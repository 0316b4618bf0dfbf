import type { FileModel, Statement, StatementWord } from "@responses/dsl";
import { counted } from "@responses/dsl/editor";
import { lastLineOf, lineOf } from "../../workspace/documents/statement-places.js";
import type { FoldedLines } from "./folded-lines.js";

/** What statements that follow one another are together. */
type Section = "include" | "rule" | "capture" | "example";

const SECTIONS: Readonly<Record<StatementWord, Section | null>> = {
  system: null,
  include: "include",
  success: "rule",
  reject: "rule",
  error: "rule",
  capture: "capture",
  example: "example",
};

/** The runs of includes, rules, captures and examples: from the comment above the first, else from the first itself. */
export function sectionFolds(file: FileModel): readonly FoldedLines[] {
  const folds: FoldedLines[] = [];
  let run: Statement[] = [];
  const finish = () => {
    const fold = foldOf(run, file);
    if (fold !== null) folds.push(fold);
    run = [];
  };
  for (const statement of file.tree.statements) {
    const section = SECTIONS[statement.syntax.word];
    const [first] = run;
    if (first !== undefined && SECTIONS[first.syntax.word] !== section) finish();
    run.push(statement);
  }
  finish();
  return folds;
}

function foldOf(run: readonly Statement[], file: FileModel): FoldedLines | null {
  const [first] = run;
  const last = run.at(-1);
  const section = first === undefined ? null : SECTIONS[first.syntax.word];
  if (first === undefined || last === undefined || run.length < 2 || section === null) return null;
  const { source } = file.tree;
  return {
    first: Math.min(source.lineAt(first.start), lineOf(file, first)),
    last: lastLineOf(file, last),
    kind: section === "include" ? "imports" : "other",
    summary: counted(run.length, section),
  };
}
