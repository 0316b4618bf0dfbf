import type { Example } from "@responses/dsl";

/** The line, from 1, of a statement's first word: of a rule, an example, a capture or an include. */
export function lineOf({ file, statement }: Pick<Example, "file" | "statement">): number {
  return file.tree.source.positionAt(statement.start + statement.syntax.wordSpan.from).line + 1;
}
