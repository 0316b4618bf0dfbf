import { writeJsonPath } from "../model/json-path.js";
import { writeString } from "../syntax/text-literal.js";
import { bodyKindOf } from "./body-kind.js";
import { type FormValue, looksLikeForm, outlineForm } from "./form-outline.js";
import { type JsonValue, jsonPathTo, outlineJson } from "./json-outline.js";
import { outlineLines } from "./line-outline.js";
import { writeField } from "./written-field.js";
import { namesTo, outlineXml, type XmlValue } from "./xml-outline.js";

/** A text in a body, and the field that leads to it. */
export interface BodyField {
  /** As a file writes it: `json "$.reason"`, `xml "//status"`. */
  readonly written: string;
  /** The member, element, attribute or name of a form that says it; null for an array's element and for a body that is one value. */
  readonly name: string | null;
  readonly text: string;
  /** Where the text is written in the body, and how; null where it stands in a body inside another text. */
  readonly place: FieldPlace | null;
}

/** Where a body writes a text, and by which rules. An element without content may have none: `<reason/>`. */
export interface FieldPlace {
  readonly kind: "json" | "xml" | "form" | "text";
  readonly start: number;
  readonly end: number;
  /** Of a place in a body inside another: what holds that, from the innermost outwards. Its rules hold for the text, too. */
  readonly within: readonly FieldPlace["kind"][];
}

/** Longer bodies are no recorded responses that somebody looks through. */
const LONGEST = 1_000_000;

/** Fields given at most, the first ones: each may be tried as a test by whoever asks. */
export const MOST_FIELDS = 500;

/**
 * The texts of a body, or of a text in one, that is JSON, XML, a form or lines of names and values as a whole, each with
 * the field that leads to it; none for any other. Of JSON members of one name the field picks only the last, and the
 * texts of the others are given all the same. What bodies inside these texts say is not among them (`fieldsOfBody`).
 */
export function fieldsOfText(body: string): readonly BodyField[] {
  if (body.length > LONGEST) return [];
  switch (bodyKindOf(body)) {
    case "json":
      return jsonFields(outlineJson(body)?.values ?? []);
    case "xml":
      return xmlFields(outlineXml(body) ?? []);
    case "text":
      return looksLikeForm(body) ? formFields(outlineForm(body)) : lineFields(body);
    case "empty":
    case "html":
      return [];
  }
}

function lineFields(body: string): readonly BodyField[] {
  return outlineLines(body).map(({ opener, name, text, start, end }) => ({
    written: `between ${writeString([opener])} and "\\n", end`,
    name,
    text,
    place: { kind: "text", start, end, within: [] },
  }));
}

function formFields(values: Iterable<FormValue>): readonly BodyField[] {
  return Array.from(values)
    .slice(0, MOST_FIELDS)
    .map(({ name, text, start, end }) => ({
      written: `form ${writeString([name])}`,
      name,
      text,
      place: { kind: "form", start, end, within: [] },
    }));
}

function jsonFields(values: readonly JsonValue[]): readonly BodyField[] {
  return values.slice(0, MOST_FIELDS).map(({ location, text, start, end }) => {
    const name = location?.segment.kind === "name" ? location.segment.name : null;
    const written = writeField("json", writeJsonPath(jsonPathTo(location)));
    return { written, name, text, place: { kind: "json", start, end, within: [] } };
  });
}

function xmlFields(values: readonly XmlValue[]): readonly BodyField[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(shortPath(value), (counts.get(shortPath(value)) ?? 0) + 1);
  return values.slice(0, MOST_FIELDS).map((value) => {
    const isAlone = counts.get(shortPath(value)) === 1;
    const path = isAlone ? shortPath(value) : longPath(value);
    return {
      written: writeField("xml", path),
      name: value.attribute ?? value.element.name,
      text: value.text,
      place: { kind: "xml", start: value.start, end: value.end, within: [] },
    };
  });
}

/** The path by which people mostly ask: it is enough where nothing else has that name. */
function shortPath({ element, attribute }: XmlValue): string {
  return `//${element.name}${attribute === null ? "" : `/@${attribute}`}`;
}

function longPath({ element, attribute }: XmlValue): string {
  return `${namesTo(element)
    .map((name) => `/${name}`)
    .join("")}${attribute === null ? "" : `/@${attribute}`}`;
}
