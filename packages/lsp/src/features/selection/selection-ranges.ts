import type { FileModel, Span } from "@responses/dsl";
import { spanInFile } from "@responses/dsl/editor";
import type { Position, SelectionRange } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { SelectableParts } from "./selectable-parts.js";

/**
 * What a selection grows through from each position: word, text, list, test, condition, statement, the statement with its
 * comments, file.
 */
export function selectionRanges(document: MappingDocument, positions: readonly Position[]): SelectionRange[] {
  const { file } = document;
  const asked = positions.map((position, place) => ({
    place,
    offset: document.positions.offsetAt(position),
  }));
  const ranges = new Array<SelectionRange>(asked.length);
  const known = new Map<number, SelectableParts>();
  for (const { place, offset } of asked.sort((one, other) => one.offset - other.offset)) {
    const index = statementIndexAt(file, offset);
    const parts = known.get(index) ?? partsOfStatement(file, index);
    known.set(index, parts);
    const start = file.tree.statements[index]?.start ?? 0;
    const spans = parts.at(offset - start).map((part) => spanInFile(part, start));
    ranges[place] = rangeAround(document, spans, offset);
  }
  return ranges;
}

function partsOfStatement({ tree: { statements, source } }: FileModel, index: number): SelectableParts {
  const statement = statements[index];
  return statement === undefined
    ? SelectableParts.ofPreamble(source.text.slice(0, statements[0]?.start))
    : SelectableParts.ofStatement(statement.syntax);
}

function rangeAround(
  { file, positions }: MappingDocument,
  spans: readonly Span[],
  offset: number,
): SelectionRange {
  const whole: Span = { start: 0, end: file.tree.source.text.length };
  const [outermost = whole, ...inner] = nested([...spans, whole], offset).reverse();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: positions.rangeOf(span), parent }), {
    range: positions.rangeOf(outermost),
  });
}

/** The stretches that hold the offset, each larger than the one before and around it. */
function nested(spans: readonly Span[], offset: number): Span[] {
  const chain: Span[] = [];
  const around = spans.filter(({ start, end }) => start <= offset && offset <= end);
  for (const span of around.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    const isLarger =
      last === undefined ||
      (span.start <= last.start && span.end >= last.end && span.end - span.start > last.end - last.start);
    if (isLarger) chain.push(span);
  }
  return chain;
}
