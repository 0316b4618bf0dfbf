import type { Example } from "@responses/dsl";
import { safe } from "../terminal/safe.js";

/** What a statement is in: of a rule, an example or a capture. */
type Stated = Pick<Example, "file" | "statement">;

/** The line, from 1, of a statement's first word. */
export function lineOf({ file, statement }: Stated): number {
  return file.tree.source.positionAt(statement.start + statement.syntax.wordSpan.from).line + 1;
}

/** `FILE:LINE` of a statement. */
export function placeOf(stated: Stated): string {
  return `${safe(stated.file.path)}:${lineOf(stated)}`;
}
