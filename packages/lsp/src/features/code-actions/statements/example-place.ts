import type { Span } from "@responses/dsl";
import type { MappingDocument } from "../../../workspace/documents/mapping-document.js";
import { statementEnd } from "../../../workspace/documents/statement-places.js";

/** Where an example goes. */
export interface ExamplePlace {
  /** The lines that it replaces, or the place where it is added. */
  readonly at: Span;
  /** What separates it from its neighbours; line ends are LF. */
  readonly before: string;
  readonly after: string;
}

/** Behind the last example, or behind all statements. */
export function placeForAnother({ file: { tree } }: MappingDocument): ExamplePlace {
  const { source, statements } = tree;
  const last = statements.findLast(({ syntax }) => syntax.word === "example") ?? statements.at(-1);
  const end = last === undefined ? source.text.length : source.lineEnd(source.lineAt(statementEnd(last)));
  const isAfterExample = last?.syntax.word === "example";
  return { at: { start: end, end }, before: isAfterExample ? "\n" : "\n\n", after: "" };
}
