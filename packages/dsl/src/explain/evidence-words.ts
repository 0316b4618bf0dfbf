import { type BodyKind, bodyKindOf } from "../bodies/body-kind.js";
import { quoted, shownSource } from "../findings/quoted.js";
import { describeFieldPart, type FieldPart, showFieldPart } from "../model/field-part.js";
import type { PositiveTest } from "../model/mapping.js";
import type { BodyFault, Picked } from "../runtime/picked.js";
import { findText } from "../runtime/text-matching.js";
import { type PathFieldWord, VOCABULARY } from "../syntax/vocabulary.js";
import { foldText } from "../text/case-folding.js";
import { SourceText } from "../text/source-text.js";
import type { MissingPart } from "./missing-part.js";
import { nearPartsOf } from "./near-fields/near-parts.js";
import { whyNoNumber } from "./no-number-words.js";
import { notInBody } from "./plain-words.js";
import type { TestTrace } from "./trace.js";

/** Values shown at most of those that a field picks. */
const MOST_VALUES = 3;

/** A body about which several things are told, one after the other. */
export interface ExplainedBody {
  readonly text: SourceText;
  /** Where an offset of the body is for whoever reads what is told, in the body as they see it. */
  readonly placeInWords: PlaceInWords;
  /** Formats already explained for this body; a repeat is shortened. */
  readonly told: Set<Format>;
}

/** Says where an offset of a body is. */
export type PlaceInWords = (offset: number) => string;

/** @param placeOf for a body that is shown in another way than it came; else lines and columns are counted in it as it came */
export function explainedBody(body: string, placeOf: PlaceInWords | null = null): ExplainedBody {
  const text = new SourceText(body);
  return {
    text,
    placeInWords: placeOf ?? ((offset) => placeInWords(text, offset)),
    told: new Set(),
  };
}

type Format = (typeof VOCABULARY)[PathFieldWord]["format"];

/**
 * What a test met in a body, and so why it holds or not, as a clause. Of a field that is not there it names the nearest one that
 * is, unless that is told beside it.
 */
export function evidenceInWords(
  { test: { test, negated }, holds, evidence }: TestTrace,
  body: ExplainedBody,
  near: "with-near" | "without-near" = "with-near",
): string {
  switch (evidence.kind) {
    case "status":
      return evidence.status === null ? "the response has no status" : `the status is ${evidence.status}`;
    case "found": {
      const place = body.placeInWords(evidence.place.start);
      const found =
        test.kind === "text" && test.texts.length > 1 ? `found ${quoted(evidence.text.text)} at` : "found at";
      return `${found} ${place}${negated && !holds ? ", where it must not be" : ""}`;
    }
    case "not-in-body":
      return `${notInBody(test)}${partOfBody(test, body.text.text)}`;
    case "number":
      return `it is ${quoted(evidence.written)} at ${body.placeInWords(evidence.place.start)}`;
    case "picked":
      return `it is ${valuesInWords(evidence.values, body.text.text)}${test.kind === "number" ? noNumberIn(evidence.values) : ""}`;
    case "nothing-picked":
      return nothingPickedInWords(evidence.missing, body, near);
  }
}

/** Why the value is no number, where it is the only one. */
function noNumberIn(values: readonly Pick<Picked, "text">[]): string {
  const [only, ...others] = values;
  return only === undefined || only.text === null || others.length > 0 ? "" : whyNoNumber(only.text);
}

/** That the body has more than what is asked of it as a whole, as the rest of a clause; nothing where it has not. */
function partOfBody(test: PositiveTest, body: string): string {
  if (test.kind !== "text" || !VOCABULARY[test.how].matchesWholeSubject || test.texts.length > 1) return "";
  const folded = foldText(body);
  const found = test.texts.find(({ text }) => text.trim() !== "" && findText(folded, foldText(text), 0) >= 0);
  if (found === undefined) return "";
  return folded.trimStart().startsWith(found.folded) ? ", it only begins with it" : ", it only contains it";
}

/** Where an offset of the body is, for a person. */
export function placeInWords(body: SourceText, offset: number): string {
  const { line, column } = body.positionAt(offset, "utf-32");
  return `line ${line + 1}, column ${column + 1} of the body`;
}

/** Why a field picks nothing of a body, as a clause; with the nearest one that does, as a file writes its part. */
export function nothingPickedInWords(
  { part, outer, text, fault }: MissingPart,
  body: ExplainedBody,
  near: "with-near" | "without-near" = "with-near",
): string {
  const found = near === "with-near" ? nearestTo({ part, text, fault }) : null;
  const nearest = found === null ? "" : `; it has ${shownSource(found)}`;
  if (outer === null) {
    if (body.text.text === "") return "the body is empty";
    return fault === null
      ? `the body has ${absenceOf(part, body.text.text)}${nearest}`
      : unreadableInWords(formatOf(part), fault, body);
  }
  const field = showFieldPart(outer.part);
  if (text === null) return `${field} picks no text to read, but ${valuesInWords(outer.picked, outer.text)}`;
  const read = `${field} picks ${quoted(text)}`;
  return fault === null
    ? `${read}, which has ${absenceOf(part, text)}${nearest}`
    : `${read}, which cannot be read as ${formatOf(part)}: ${fault.reason}`;
}

/** Larger texts are not searched for what is near: it is told of many fields of one body. */
const LARGEST_SEARCHED = 64 * 1024;

/** What is nearest to a part that picks nothing of a text, as a file writes it; null where nothing is near. */
export function nearestTo({
  part,
  text,
  fault,
}: Pick<MissingPart, "part" | "text" | "fault">): string | null {
  if (text === null || fault !== null || text.length > LARGEST_SEARCHED) return null;
  const [nearest] = nearPartsOf(part, text);
  // What would end the part is no other field.
  return nearest === undefined || nearest.span.from === nearest.span.to ? null : nearest.newText;
}

/** The format that such a part reads, if it can have a fault. */
function formatOf({ kind }: FieldPart): Format {
  return kind === "xml" ? "XML" : "JSON";
}

/** What a text that a part reads has not. */
function absenceOf(part: FieldPart, text: string): string {
  if (part.kind !== "between") return `no such ${describeFieldPart(part).noun}`;
  const open = quoted(part.open.text);
  const isOpen = findText(foldText(text), part.open.folded, 0) >= 0;
  return isOpen ? `nothing after ${open} that ends the part` : `no ${open}`;
}

/** What a body is that was never meant to be of another format; an empty one is said to be that. */
const KINDS: Readonly<Record<BodyKind, string | null>> = {
  html: "an HTML page",
  text: "plain text",
  json: "JSON",
  xml: "XML",
  empty: null,
};

/**
 * Why no field of the format can be read from a body, as a clause. Where a body is something else altogether, that is
 * said and not where it stops being like the format.
 */
function unreadableInWords(
  format: Format,
  { at, reason }: BodyFault,
  { text, told, placeInWords }: ExplainedBody,
): string {
  if (told.has(format)) return `the body is not ${format}`;
  told.add(format);
  const kind = KINDS[bodyKindOf(text.text)];
  if (kind !== null && kind !== format) return `the body is ${kind}, not ${format}`;
  return `the body cannot be read as ${format}: ${reason} (${placeInWords(at)})`;
}

/** `"sold"`, `"sold", an object and 3 more`. */
export function valuesInWords(values: readonly Picked[], body: string): string {
  const shown = values.slice(0, MOST_VALUES).map(({ text, start }) => {
    if (text !== null) return quoted(text);
    return body.charAt(start) === "[" ? "a list" : "an object";
  });
  const more = values.length - shown.length;
  if (more > 0) shown.push(`${more} more`);
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
