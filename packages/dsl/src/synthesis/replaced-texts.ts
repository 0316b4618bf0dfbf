import { writeXmlAttribute, writeXmlText } from "../bodies/xml-text.js";
import { addAll } from "../incremental/long-lists.js";
import type { DescribedPart } from "../model/field-part.js";
import { InnerText } from "../model/fields/inner-text.js";
import type { Picked } from "../runtime/picked.js";
import type { XmlPath } from "../runtime/xml-steps.js";
import { writeFormText } from "./form-pieces.js";
import type { WantedPart } from "./part-wishes.js";
import { pickDescribedPart, wishOf } from "./picked-wishes.js";
import { keyOfPick, picksBeyond, type WantedPick } from "./wanted-body.js";
import { NATURAL_STYLE } from "./writing-style.js";

/** A body with other texts in some places, and in how many. */
export interface ReplacedBody {
  readonly body: string;
  readonly count: number;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/**
 * The body with what is wished in the places of what the parts pick of it, and everything else as it is; null where they pick
 * fewer or more, or their places overlap.
 */
export function bodyWithReplaced(body: string, wanted: readonly WantedPart[]): ReplacedBody | null {
  const read = new InnerText(body);
  const replacements: Replacement[] = [];
  for (const { part, picks } of wanted) {
    const picked = pickDescribedPart(part, read);
    if (picked.length !== picks.length) return null;
    addAll(replacements, replacementsOf(part, picked, picks, body));
  }
  return replaceAll(body, replacements);
}

function replacementsOf(
  part: DescribedPart,
  picked: readonly Picked[],
  picks: readonly WantedPick[],
  body: string,
): readonly Replacement[] {
  const there = picked.map(wishOf);
  const missing = picksBeyond(picks, there);
  const wrong = new Set(picksBeyond(there, picks).map(keyOfPick));
  const places = picked.filter((own) => wrong.has(keyOfPick(wishOf(own))));
  return missing.flatMap((pick, index): readonly Replacement[] => {
    const place = places[index];
    if (place === undefined) return [];
    const { start, end } = place;
    return [{ start, end, written: writtenIn(part, body.slice(start, end), pick) }];
  });
}

function writtenIn(part: DescribedPart, old: string, pick: WantedPick): string {
  if (part.kind === "json") return writtenJson(old, pick);
  const text = pick.kind === "text" ? pick.text : "";
  if (part.kind === "xml") return writtenXml(part.path, old, text);
  // What is cut out of a body stands there as it is.
  return part.kind === "form" ? writeFormText(text, NATURAL_STYLE) : text;
}

function writtenXml({ attribute }: XmlPath, old: string, text: string): string {
  if (attribute !== null) return writeXmlAttribute(text);
  // An element without content has its tag for a place.
  const name = /^<([^\s/>]+)[^>]*\/>$/.exec(old)?.[1];
  return name === undefined
    ? writeXmlText(text)
    : `${old.slice(0, -2).trimEnd()}>${writeXmlText(text)}</${name}>`;
}

function writtenJson(old: string, pick: WantedPick): string {
  switch (pick.kind) {
    case "text": {
      const isWord = /^(?:true|false|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)$/.test(pick.text);
      return isWord && !old.startsWith('"') ? pick.text : JSON.stringify(pick.text);
    }
    case "null":
      return "null";
    case "container":
      return old.startsWith("{") ? '{"id":1}' : "[1]";
    case "blank-container":
      return old.startsWith("[") ? "[]" : "{}";
  }
}

function replaceAll(body: string, replacements: readonly Replacement[]): ReplacedBody | null {
  let replaced = "";
  let from = 0;
  const ordered = [...replacements].sort((one, other) => one.start - other.start);
  for (const { start, end, written } of ordered) {
    if (start < from) return null;
    replaced += body.slice(from, start) + written;
    from = end;
  }
  return { body: replaced + body.slice(from), count: replacements.length };
}
