import { memoized } from "../incremental/memoized.js";
import { writeJsonPath } from "../model/json-path.js";
import type { ExampleModel } from "../model/mapping.js";
import type { BodyKind } from "./body-kind.js";
import { jsonOutlineOf, kindOfExample } from "./example-outline.js";
import { subjectOf } from "./example-subject.js";
import { type FormValue, looksLikeForm, outlineForm } from "./form-outline.js";
import type { JsonLocation, JsonOutline } from "./json-outline.js";
import type { NamedFieldKind } from "./written-field.js";
import { namesTo, outlineXml, type XmlValue } from "./xml-outline.js";

/** A part of a body that a path or a name leads to. Elements of an array are one, `[*]`. */
export interface OutlinedField {
  readonly kind: NamedFieldKind;
  /** The name for a form. */
  readonly path: string;
  /** For XML, the local names from the outermost element on, and the attribute. */
  readonly names: readonly string[];
  readonly attribute: string | null;
  /** What is in it. */
  readonly holds: "text" | "object" | "list" | "elements";
  readonly texts: readonly string[];
}

/** What a body says. */
export interface BodyOutline {
  readonly kind: BodyKind;
  readonly fields: readonly OutlinedField[];
  /** The lines of a text, and the texts between the tags of a page. */
  readonly lines: readonly string[];
  /** Whether there are more fields or lines than are kept. */
  readonly isCut: boolean;
}

/** A larger body is no recorded response that anybody takes a rule from, and to read it takes too long. */
export const LARGEST_OUTLINED_BODY = 1_000_000;

/** Fields of a body, and texts of a field, kept at most: whoever asks says so where there are more fields. */
const MOST_KEPT = { fields: 500, texts: 30 };

/** Values looked at at most: those of a body of that size, unless hardly anything stands in them. */
const MOST_VALUES = 100_000;

/** A longer text is a message that nobody tests as a whole; its beginning still gives words. */
const LONGEST_TEXT = 500;

const MOST_LINES = 1000;

/** What is kept at most of the fields and of the lines of a body. */
export const MOST_OUTLINED = { fields: MOST_KEPT.fields, lines: MOST_LINES } as const;

/** What the body of an example says, which is not larger than `LARGEST_OUTLINED_BODY`. Read once. */
export const outlineOf = memoized(outlineBody);

const NOTHING: BodyOutline = { kind: "empty", fields: [], lines: [], isCut: false };

function outlineBody(example: ExampleModel): BodyOutline {
  const { body } = subjectOf(example);
  const kind = kindOfExample(example);
  switch (kind) {
    case "json": {
      const outline = jsonOutlineOf(example);
      return { kind, ...(outline === null ? NO_FIELDS : jsonFields(outline)), lines: [] };
    }
    case "xml":
      return { kind, ...xmlFields(outlineXml(body) ?? []), lines: [] };
    case "html":
      return { kind, fields: [], ...linesOf(betweenTags(body)) };
    case "text": {
      const { fields, isCut } = looksLikeForm(body) ? formFields(outlineForm(body)) : NO_FIELDS;
      const lines = linesOf(body);
      return { kind, fields, lines: lines.lines, isCut: isCut || lines.isCut };
    }
    case "empty":
      return NOTHING;
  }
}

type OutlinedFields = Pick<BodyOutline, "fields" | "isCut">;

const NO_FIELDS: OutlinedFields = { fields: [], isCut: false };

/** The text of a page, a line for each piece. A pattern for tags could take the square of their number. */
function betweenTags(page: string): string {
  const [first = "", ...pieces] = page.split("<");
  return [first, ...pieces.map((piece) => piece.slice(piece.indexOf(">") + 1))].join("\n");
}

function linesOf(text: string): Pick<BodyOutline, "lines" | "isCut"> {
  const lines: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    if (lines.length === MOST_LINES) return { lines, isCut: true };
    lines.push(trimmed.slice(0, LONGEST_TEXT));
  }
  return { lines, isCut: false };
}

/** A field while the body is read. */
interface UnfinishedField extends Pick<OutlinedField, "kind" | "path" | "names" | "attribute"> {
  holds: OutlinedField["holds"] | null;
  readonly texts: string[];
}

/** The fields by path, in the body's order. */
class UnfinishedFields {
  readonly #fields = new Map<string, UnfinishedField>();
  #isCut = false;

  at(
    path: string,
    make: () => Pick<UnfinishedField, "kind" | "names" | "attribute">,
  ): UnfinishedField | null {
    const before = this.#fields.get(path);
    if (before !== undefined) return before;
    if (this.#fields.size >= MOST_KEPT.fields) {
      this.#isCut = true;
      return null;
    }
    const field: UnfinishedField = { path, holds: null, texts: [], ...make() };
    this.#fields.set(path, field);
    return field;
  }

  done(): OutlinedFields {
    const fields = [...this.#fields.values()].map((field) => ({ ...field, holds: field.holds ?? "object" }));
    return { fields, isCut: this.#isCut };
  }
}

function addText(field: UnfinishedField | null, text: string): void {
  if (field === null) return;
  field.holds = "text";
  if (field.texts.length < MOST_KEPT.texts) field.texts.push(text.slice(0, LONGEST_TEXT));
}

function formFields(values: Iterable<FormValue>): OutlinedFields {
  const fields = new UnfinishedFields();
  let left = MOST_VALUES;
  for (const { name, text } of values) {
    if (left-- === 0) break;
    addText(
      fields.at(name, () => FORM_FIELD),
      text,
    );
  }
  return fields.done();
}

const FORM_FIELD = { kind: "form", names: [], attribute: null } as const;

const JSON_FIELD = { kind: "json", names: [], attribute: null } as const;

function jsonFields({ members, values }: JsonOutline): OutlinedFields {
  const fields = new UnfinishedFields();
  const paths = new Map<JsonLocation, string>([[null, "$"]]);
  const pathTo = (location: JsonLocation): string => {
    if (location === null) return "$";
    let path = paths.get(location);
    if (path === undefined) {
      path = pathTo(location.parent) + writeJsonPath([location.segment]).slice(1);
      paths.set(location, path);
    }
    return path;
  };
  /** The field, and those around it as what they are. */
  const fieldAt = (location: JsonLocation): UnfinishedField | null => {
    const field = fields.at(pathTo(location), () => JSON_FIELD);
    for (let inner = location; inner !== null; inner = inner.parent) {
      const around = fields.at(pathTo(inner.parent), () => JSON_FIELD);
      if (around === null || around.holds !== null) break;
      around.holds = inner.segment.kind === "all" ? "list" : "object";
    }
    return field;
  };
  for (const { location } of members.slice(0, MOST_VALUES)) fieldAt(location);
  for (const { location, text } of values.slice(0, MOST_VALUES)) addText(fieldAt(location), text);
  return fields.done();
}

function xmlFields(values: readonly XmlValue[]): OutlinedFields {
  const fields = new UnfinishedFields();
  for (const { element, attribute, text } of values.slice(0, MOST_VALUES)) {
    const names = namesTo(element);
    names.slice(0, -1).forEach((_, index) => {
      const around = names.slice(0, index + 1);
      const field = fields.at(xmlPath(around, null), () => ({ kind: "xml", names: around, attribute: null }));
      if (field !== null) field.holds ??= "elements";
    });
    addText(
      fields.at(xmlPath(names, attribute), () => ({ kind: "xml", names, attribute })),
      text,
    );
  }
  return fields.done();
}

function xmlPath(names: readonly string[], attribute: string | null): string {
  const path = names.map((name) => `/${name}`).join("");
  return attribute === null ? path : `${path}/@${attribute}`;
}
