import { memoized } from "../incremental/memoized.js";
import type { Subject } from "../matching/subject.js";
import { faultForParts } from "../model/field-part.js";
import { InnerText } from "../model/fields/inner-text.js";
import { readJsonScalar } from "../runtime/json-scanner.js";
import { trimmedRange } from "../runtime/text-matching.js";
import { fieldsOfText } from "./body-fields.js";
import { type EmbeddedDocument, embeddedDocuments } from "./embedded-document.js";
import { readField } from "./read-field.js";
import { writeCut } from "./written-cut.js";
import { writeField } from "./written-field.js";

/**
 * JSON or XML inside a body that is something else as a whole, or inside one of its texts: behind a line of a log, in the
 * brackets of a call, in a text of JSON, escaped in an element of XML, in a value of a form.
 */
export interface InnerBody extends EmbeddedDocument {
  /** Where escapes stand for its characters, the place of the text that holds it; `end` likewise. */
  readonly start: number;
  /** The parts of the field that picks it, as a file writes them: each reads what the one before picks. */
  readonly parts: readonly string[];
  /** All of them: `split "<br />" part -1`, `json "$.d"`. */
  readonly written: string;
  readonly text: string;
}

/** Bodies inside bodies are followed so deep: a call around JSON in which a text is JSON again makes two. */
const DEEPEST = 3;

/** In a longer body nobody looks for others. */
const LONGEST_BODY = 256 * 1024;

/** Texts of one body that are looked into at most, fields that lead to bodies, and bodies: the first ones show what there is. */
const MOST = { texts: 50, fields: 20, bodies: 100 };

/**
 * The inner bodies of a response, an outer one before those inside it, each with a field that picks it and nothing else, or
 * that picks all bodies of its kind in one list. Linear in the body; none for one that is larger than any recorded response.
 */
export const innerBodiesOf = memoized((subject: Subject): readonly InnerBody[] => {
  if (subject.body.length > LONGEST_BODY) return [];
  const found = new Map<string, FoundBodies>();
  lookInto(subject.body, [], found);
  const bodies = [...found].flatMap(([written, same]) => pickBodies(subject, written, same));
  return bodies.slice(0, MOST.bodies);
});

/** The bodies that one field picks. */
interface FoundBodies {
  readonly kind: InnerBody["kind"];
  readonly parts: readonly string[];
  readonly texts: Set<string>;
}

/** Collects the bodies in a text that the parts lead to. */
function lookInto(text: string, parts: readonly string[], found: Map<string, FoundBodies>): void {
  if (parts.length === DEEPEST) return;
  for (const { written, text: inner } of partsInside(text)) {
    if (found.size === MOST.fields) return;
    const innerParts = [...parts, written];
    const kind = kindOfBody(inner);
    if (kind !== null) {
      const field = innerParts.join(" ");
      const bodies = found.get(field) ?? { kind, parts: innerParts, texts: new Set() };
      bodies.texts.add(inner.trim());
      found.set(field, bodies);
    }
    lookInto(inner, innerParts, found);
  }
}

/** A part of a field as a file writes it, and a text that it picks. */
interface PartInside {
  readonly written: string;
  readonly text: string;
}

/** The parts of a text in which a body may stand. */
function* partsInside(text: string): Iterable<PartInside> {
  const fields = [...fieldsOfText(text), ...jsonStringOf(text)];
  const inFields = fields.filter((field) => mayHoldBody(field.text));
  yield* inFields.slice(0, MOST.texts);
  if (fields.length > 0 || !mayHoldBody(text)) return;
  const readable = new InnerText(text);
  for (const { start, end } of embeddedDocuments(text)) {
    const written = writeCut(readable, { start, end });
    if (written !== null) yield { written, text: text.slice(start, end) };
  }
}

/** `"{\"sold\":true}"`: JSON that is nothing but a string. */
function* jsonStringOf(text: string): Iterable<PartInside> {
  const { start, end } = trimmedRange(text, 0, text.length);
  if (text.charAt(start) !== '"' || faultForParts("json", text) !== null) return;
  yield { written: writeField("json", "$"), text: readJsonScalar(text, start, end) };
}

/** What no body lacks. */
function mayHoldBody(text: string): boolean {
  return /[{[]/.test(text) ? text.includes('"') : text.includes("<");
}

/** What a text is as a whole; null for one that is neither JSON nor XML with anything in it. */
function kindOfBody(text: string): InnerBody["kind"] | null {
  const kind = embeddedDocuments(text)[0]?.kind ?? null;
  return kind !== null && faultForParts(kind, text) === null ? kind : null;
}

/** What the field really picks, as a mapping would. */
function pickBodies(
  subject: Subject,
  written: string,
  { kind, parts, texts }: FoundBodies,
): readonly InnerBody[] {
  const field = readField(written);
  if (field === null) return [];
  return subject.pick(field).flatMap(({ text, start, end }) => {
    return text !== null && texts.has(text.trim()) ? [{ kind, parts, written, text, start, end }] : [];
  });
}
