import type { Statement } from "@responses/dsl";
import { lex } from "@responses/dsl/editor";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";

/** The lines of a text block, its marks' included. */
export interface BlockLines {
  readonly first: number;
  readonly last: number;
}

/** The text blocks of a statement that take several lines. */
export function textBlocks(
  { start, syntax: { text, span } }: Statement,
  { file: { tree } }: MappingDocument,
): readonly BlockLines[] {
  // Most statements have none, and need not be taken apart.
  if (!text.slice(span.from, span.to).includes('"""')) return [];
  return lex(text).tokens.flatMap(({ pieces, startOffset, endOffset }) => {
    if (pieces === undefined) return [];
    const first = tree.source.lineAt(start + startOffset);
    const last = tree.source.lineAt(start + endOffset);
    return first === last ? [] : [{ first, last }];
  });
}
