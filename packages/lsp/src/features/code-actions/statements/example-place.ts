import type { Span } from "@responses/dsl";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { statementEnd } from "../../../workspace/documents/statement-places.js";
import { lineBehind } from "./line-behind.js";

/** Where an example goes. */
export interface ExamplePlace {
  /** The lines that it replaces, or the place where it is added. */
  readonly at: Span;
  /** What separates it from its neighbours; line ends are LF. */
  readonly before: string;
  readonly after: string;
}

/** In the line behind the last example, or behind all statements. */
export function placeForAnother({ file: { tree } }: MappingDocument): ExamplePlace {
  const { source, statements } = tree;
  const last = statements.findLast(({ syntax }) => syntax.word === "example") ?? statements.at(-1);
  const line = source.lineAt(last === undefined ? source.text.length : statementEnd(last));
  const { offset, before, after } = lineBehind(source, line);
  const blank = last?.syntax.word === "example" ? "" : "\n";
  return { at: { start: offset, end: offset }, before: before + blank, after };
}
