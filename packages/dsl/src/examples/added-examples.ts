import type { TextEdit } from "../findings/finding.js";
import { alignedStatement } from "../syntax/aligned-statement.js";
import type { Tree } from "../syntax/tree.js";
import { lineBehind } from "../text/line-behind.js";
import { lineEndOf } from "../text/line-end.js";

/** Examples that are added to a file: the edit, and where in its text the first of them begins. */
export interface AddedExamples {
  readonly edit: TextEdit;
  readonly start: number;
}

/**
 * Adds examples, each written as a statement, in lines of their own behind the last example of the file or behind all
 * statements. They are laid out as the formatter would, in line with their neighbours; line ends are those of the file.
 */
export function addExamples(tree: Tree, written: readonly string[]): AddedExamples {
  const { offset, before, after } = placeForAnother(tree);
  const lineEnd = lineEndOf(tree.source);
  const newText = alignedExamples(tree, { offset, before, after }, written);
  return {
    edit: { span: { start: offset, end: offset }, newText },
    start: before.replaceAll("\n", lineEnd).length,
  };
}

/** Examples, each written as a statement, as the text that goes to a place between statements of a file, in line with their neighbours. */
export function alignedExamples(
  tree: Tree,
  { offset, before, after }: ReturnType<typeof lineBehind>,
  written: readonly string[],
): string {
  const aligned = alignedStatement(tree, offset, { before, written: written.join("\n"), after });
  return (before + aligned + after).replaceAll("\n", lineEndOf(tree.source));
}

function placeForAnother({ source, statements }: Tree): ReturnType<typeof lineBehind> {
  const last = statements.findLast(({ syntax }) => syntax.word === "example") ?? statements.at(-1);
  const end = last === undefined ? source.text.length : last.start + last.syntax.span.to;
  const { offset, before, after } = lineBehind(source, source.lineAt(end));
  if (source.text.trim() === "") return { offset, before: "", after: "\n" };
  const blank = last?.syntax.word === "example" ? "" : "\n";
  return { offset, before: before + blank, after };
}
