import type { Gaps, Mapping } from "@responses/dsl";
import { counted, gapSteps, quoted, visible } from "@responses/dsl/editor";
import type { CodeLens } from "vscode-languageserver";
import type { AnalysedDocument } from "../workspace/analysis/analysed-document.js";

/** The command behind the lens: it has a document's URI, and writes the examples that record the gaps. */
export const RECORD_GAPS = "responses.recordGaps";

/** Gaps whose field and value the lens names. */
const MOST_NAMED = 2;

/** What is known of mappings: a client asks again for lenses of a text that is as it was. */
const known = new WeakMap<Mapping, Gaps>();

const NO_GAPS: Gaps = { gaps: [], left: 0 };

/** What a document's mapping leaves unmapped, in steps. */
export function* gapsOf({ usable }: AnalysedDocument): Generator<void, Gaps> {
  if (usable === null) return NO_GAPS;
  const { mapping } = usable;
  const found = known.get(mapping) ?? (yield* gapSteps(mapping));
  known.set(mapping, found);
  return found;
}

/**
 * Above the first example of the file, or else its last rule, what no rule would take, of all that could come; none where nothing does. While a statement is broken it stays, since lines
 * that come and go move all below them.
 */
export function gapLensOf({ usable, uri, positions }: AnalysedDocument, found: Gaps): readonly CodeLens[] {
  const last = usable?.mapping.rules.findLast(({ file }) => file === usable.mapping.file);
  const place = usable?.run.results[0]?.example ?? last;
  if (usable === null || place === undefined || found.gaps.length === 0) return [];
  const statement = usable.shownAt(place);
  if (statement === null) return [];
  const { wordSpan } = statement.syntax;
  const span = { start: statement.start + wordSpan.from, end: statement.start + wordSpan.to };
  const title = titleFor(found);
  return [{ range: positions.rangeOf(span), command: { title, command: RECORD_GAPS, arguments: [uri] } }];
}

function titleFor({ gaps, left }: Gaps): string {
  const named = gaps.slice(0, MOST_NAMED).map(({ field, value }) => `${visible(field)} ${quoted(value)}`);
  const more = gaps.length - named.length;
  const listed = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  const told =
    gaps.length === 1
      ? `No rule would take ${listed} (add it as a made-up example)`
      : `No rule would take: ${listed} (add made-up examples of these)`;
  return left === 0 ? told : `${told}; ${counted(left, "field")} not gone through`;
}
