import { outlineForm } from "../../bodies/form-outline.js";
import { jsonPathTo, outlineJson } from "../../bodies/json-outline.js";
import { writeField } from "../../bodies/written-field.js";
import { namesTo, outlineXml } from "../../bodies/xml-outline.js";
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
import { nearFormName } from "./near-form-name.js";
import { nearJsonPath } from "./near-json-path.js";
import { nearXmlPath } from "./near-xml-path.js";
import type { NearPath, PathChange } from "./path-alignment.js";

/** How a part of a field can be written so that it picks something. */
export interface NearPart {
  /** The stretch of the statement that differs, and what stands there instead. */
  readonly span: LocalSpan;
  readonly newText: string;
  readonly cost: number;
  readonly change: PathChange;
}

/** Values of one text that are looked through at most, and parts given: the first ones show what there is. */
const MOST = { values: 2000, parts: 5 };

/**
 * How a part that picks nothing of a text can be written so that it does, the nearest first: this is what findings, their fixes,
 * traces and previews call near. Linear in the text.
 */
export function nearPartsOf(part: FieldPart, text: string): readonly NearPart[] {
  return nearestOf(partsLike(part, text));
}

/** The nearest of some, each once. */
export function nearestOf(near: Iterable<NearPart>): readonly NearPart[] {
  const found = new Map<string, NearPart>();
  for (const one of near) {
    const key = `${one.span.from} ${one.newText}`;
    const known = found.get(key);
    if (known === undefined || one.cost < known.cost) found.set(key, one);
  }
  return [...found.values()].sort((a, b) => a.cost - b.cost).slice(0, MOST.parts);
}

function partsLike(part: FieldPart, text: string): readonly NearPart[] {
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
        const near = nearFormName(part.name, name);
        return near === null ? [] : [{ span: part.span, newText: writeField("form", name), ...near }];
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
