import type { LocalSpan, Span } from "@responses/dsl";
import { spanInFile } from "@responses/dsl/editor";
import type { Position, SelectionRange } from "vscode-languageserver";
import type { MappingDocument } from "../../workspace/documents/mapping-document.js";
import { statementIndexAt } from "../../workspace/documents/statement-places.js";
import { preambleParts, statementParts } from "./selectable-parts.js";

/**
 * What a selection grows through from each position: word, text, list, test, condition, statement, the statement with its
 * comments, file.
 */
export function selectionRanges(document: MappingDocument, positions: readonly Position[]): SelectionRange[] {
  return positions.map((position) => selectionRangeAt(document, document.positions.offsetAt(position)));
}

function selectionRangeAt({ file, positions }: MappingDocument, offset: number): SelectionRange {
  const { source } = file.tree;
  const spans = partsAt(file.tree.statements, statementIndexAt(file, offset), offset, source.text);
  const whole: Span = { start: 0, end: source.text.length };
  const [outermost = whole, ...inner] = nested([...spans, whole], offset).reverse();
  return inner.reduce<SelectionRange>((parent, span) => ({ range: positions.rangeOf(span), parent }), {
    range: positions.rangeOf(outermost),
  });
}

function partsAt(
  statements: MappingDocument["file"]["tree"]["statements"],
  index: number,
  offset: number,
  text: string,
): readonly Span[] {
  const statement = statements[index];
  const start = statement?.start ?? 0;
  const parts: readonly LocalSpan[] =
    statement === undefined
      ? preambleParts(text.slice(0, statements[0]?.start), offset)
      : statementParts(statement.syntax, offset - start);
  return parts.map((part) => spanInFile(part, start));
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
