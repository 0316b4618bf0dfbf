import type { Gap, Mapping } from "@responses/dsl";
import { counted, gapSteps, quoted, visible } from "@responses/dsl/editor";
import type { CodeLens } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";

/** The command behind the lens: it has a document's URI, and writes the examples that record the gaps. */
export const RECORD_GAPS = "responses.recordGaps";

/** Gaps whose field and value the lens names. */
const MOST_NAMED = 2;

/** What is known of mappings: a client asks again for lenses of a text that is as it was. */
const known = new WeakMap<Mapping, readonly Gap[]>();

/** What the text as it is now leaves unmapped, in steps; none while a statement is broken. */
export function* gapsOf({ usable }: AnalysedDocument): Generator<void, readonly Gap[]> {
  if (usable === null || usable.brokenAt !== null) return [];
  const { mapping } = usable;
  const found = known.get(mapping) ?? (yield* gapSteps(mapping));
  known.set(mapping, found);
  return found;
}

/** Above the last rule of the file what stays unmapped; none where nothing does. */
export function gapLensOf(
  { usable, uri, positions }: AnalysedDocument,
  gaps: readonly Gap[],
): readonly CodeLens[] {
  const last = usable?.mapping.rules.findLast(({ file }) => file === usable.mapping.file);
  const statement = last === undefined ? null : (usable?.currentOf(last) ?? null);
  if (gaps.length === 0 || statement === null) return [];
  const { wordSpan } = statement.syntax;
  const span = { start: statement.start + wordSpan.from, end: statement.start + wordSpan.to };
  const command = { title: titleFor(gaps), command: RECORD_GAPS, arguments: [uri] };
  return [{ range: positions.rangeOf(span), command }];
}

function titleFor(gaps: readonly Gap[]): string {
  const named = gaps.slice(0, MOST_NAMED).map(({ field, value }) => `${visible(field)} is ${quoted(value)}`);
  const more = gaps.length - named.length;
  const listed = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  const record = gaps.length === 1 ? "record it as an example" : "record them as examples";
  return gaps.length === 1
    ? `1 response stays unmapped: ${listed} (${record})`
    : `${counted(gaps.length, "response")} stay unmapped: ${listed} (${record})`;
}
