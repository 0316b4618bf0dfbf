import { outlineForm } from "../../bodies/form-outline.js";
import { jsonPathTo, outlineJson } from "../../bodies/json-outline.js";
import { readField } from "../../bodies/read-field.js";
import { writeField } from "../../bodies/written-field.js";
import { namesTo, outlineXml } from "../../bodies/xml-outline.js";
import { isSameList } from "../../incremental/list-changes.js";
import { type Field, partsOf } from "../../model/field.js";
import type { FieldPart } from "../../model/field-part.js";
import type { BetweenField } from "../../model/fields/between-field.js";
import { writeJsonPath } from "../../model/json-path.js";
import { writeXmlPath } from "../../model/xml-path.js";
import { codePointBefore, type TextRange } from "../../runtime/text-matching.js";
import { writeString } from "../../syntax/text-literal.js";
import { foldText } from "../../text/case-folding.js";
import { isWordCharacter } from "../../text/character-classes.js";
import { occurrenceBesidesSpace, occurrenceWithTypo } from "../../text/near-occurrence.js";
import type { LocalSpan } from "../../text/span.js";
import type { MissingField } from "../facts/missing-field.js";
import { nearJsonPath } from "./near-json-path.js";
import { nearXmlPath } from "./near-xml-path.js";
import { type NearPath, type PathChange, renaming } from "./path-alignment.js";

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

/** How a part of a field can be written so that it picks something. */
interface NearPart {
  readonly span: LocalSpan;
  readonly newText: string;
  readonly cost: number;
  readonly change: PathChange;
}

/** Examples and values of one example that are looked through at most, and fields given: the first ones show what there is. */
const MOST = { examples: 50, values: 2000, fields: 5 };

/** What was found last for a field, which stands while the statement does, and for which examples. */
const lastFound = new WeakMap<
  Field,
  { readonly misses: readonly MissingField[]; readonly near: readonly NearField[] }
>();

/**
 * Fields like one that picks nothing, for which some of the texts that it reads have something; the nearest first. `source`
 * is the text of the field's statement.
 */
export function nearFieldsOf(
  field: Field,
  source: string,
  misses: readonly MissingField[],
): readonly NearField[] {
  const first = misses.slice(0, MOST.examples);
  const known = lastFound.get(field);
  if (known !== undefined && isSameList(known.misses, first)) return known.near;
  const near = nearestOf(field, source, first);
  lastFound.set(field, { misses: first, near });
  return near;
}

function nearestOf(field: Field, source: string, misses: readonly MissingField[]): readonly NearField[] {
  const found = new Map<string, NearPart>();
  for (const { number, text } of misses) {
    const part = partsOf(field)[number - 1] ?? partsOf(field)[0];
    for (const near of nearParts(part, text)) {
      const key = `${near.span.from} ${near.newText}`;
      const known = found.get(key);
      if (known === undefined || near.cost < known.cost) found.set(key, near);
    }
  }
  const nearest = [...found.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST.fields);
  return nearest.flatMap(({ span, newText, change }) => {
    const { from, to } = field.span;
    const written = source.slice(from, span.from) + newText + source.slice(span.to, to);
    const read = readField(written);
    return read === null ? [] : [{ field: read, written, span, newText, change }];
  });
}

function nearParts(part: FieldPart, text: string): readonly NearPart[] {
  switch (part.kind) {
    case "json": {
      const paths = (outlineJson(text)?.values ?? [])
        .slice(0, MOST.values)
        .flatMap(({ location }) => nearJsonPath(part.path, jsonPathTo(location)) ?? []);
      return paths.map((near) => partWith(part.span, near, writeField("json", writeJsonPath(near.path))));
    }
    case "xml": {
      const paths = (outlineXml(text) ?? [])
        .slice(0, MOST.values)
        .flatMap(({ element, attribute }) => nearXmlPath(part.path, namesTo(element), attribute) ?? []);
      return paths.map((near) => partWith(part.span, near, writeField("xml", writeXmlPath(near.path))));
    }
    case "form":
      return [...outlineForm(text)].slice(0, MOST.values).flatMap(({ name }) => {
        const renamed = renaming(part.name, name);
        if (renamed === null || renamed.cost === 0) return [];
        return [{ span: part.span, newText: writeField("form", name), ...renamed }];
      });
    case "split":
      // Which part is missing, the others do not tell.
      return [];
    case "between":
      return nearBetween(part, text);
  }
}

function partWith<Path>(span: LocalSpan, { cost, change }: NearPath<Path>, newText: string): NearPart {
  return { span, newText, cost, change };
}

/** With the text before it as the body has it, or up to the end where nothing closes it. */
function nearBetween({ open, closing, textSpans }: BetweenField, text: string): readonly NearPart[] {
  const folded = foldText(text);
  if (!folded.includes(open.folded)) {
    const place = occurrenceBesidesSpace(folded, open.folded) ?? occurrenceWithTypo(folded, open.folded);
    if (place === null || cutsWord(folded, place)) return [];
    const newText = writeString([text.slice(place.start, place.end)]);
    return [{ span: open.span, newText, cost: 1, change: "spelling" }];
  }
  const last = textSpans.at(-1);
  if (closing.kind === "last" || last === undefined) return [];
  return [{ span: { from: last.to, to: last.to }, newText: ", end", cost: 1, change: "spelling" }];
}

/** Whether a stretch begins within a word: `come` in `outcome` is none for `code`. */
function cutsWord(text: string, { start }: TextRange): boolean {
  return isWordCharacter(text.codePointAt(start) ?? 0) && isWordCharacter(codePointBefore(text, start));
}
