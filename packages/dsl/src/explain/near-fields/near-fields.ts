import { readField } from "../../bodies/read-field.js";
import { isSameList } from "../../incremental/list-changes.js";
import { type Field, partsOf } from "../../model/field.js";
import type { LocalSpan } from "../../text/span.js";
import type { MissingPart } from "../missing-part.js";
import { nearestOf, nearPartsOf } from "./near-parts.js";
import type { PathChange } from "./path-alignment.js";

/** A field that was probably meant where another picks nothing. */
export interface NearField {
  readonly field: Field;
  /** As a file writes it. */
  readonly written: string;
  /** The stretch of the statement that differs, and what stands there instead. */
  readonly span: LocalSpan;
  readonly newText: string;
  readonly change: PathChange;
}

/** Which part of a field picks nothing, and of what. */
type MissedText = Pick<MissingPart, "number"> & { readonly text: string };

/** Examples that are looked through at most. */
const MOST_EXAMPLES = 50;

/** What was found last for a field, which stands while the statement does, and for which examples. */
const lastFound = new WeakMap<
  Field,
  { readonly misses: readonly MissedText[]; readonly near: readonly NearField[] }
>();

/**
 * Fields like one that picks nothing, for which some of the texts that it reads have something; the nearest first. `source`
 * is the text of the field's statement.
 */
export function nearFieldsOf(
  field: Field,
  source: string,
  misses: readonly MissedText[],
): readonly NearField[] {
  const first = misses.slice(0, MOST_EXAMPLES);
  const known = lastFound.get(field);
  if (known !== undefined && isSameList(known.misses, first)) return known.near;
  const near = findNear(field, source, first);
  lastFound.set(field, { misses: first, near });
  return near;
}

function findNear(field: Field, source: string, misses: readonly MissedText[]): readonly NearField[] {
  const parts = partsOf(field);
  const nearest = nearestOf(
    misses.flatMap(({ number, text }) => nearPartsOf(parts[number - 1] ?? parts[0], text)),
  );
  return nearest.flatMap(({ span, newText, change }) => {
    const { from, to } = field.span;
    const written = source.slice(from, span.from) + newText + source.slice(span.to, to);
    const read = readField(written);
    return read === null ? [] : [{ field: read, written, span, newText, change }];
  });
}
