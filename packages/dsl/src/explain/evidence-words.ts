import { type BodyKind, bodyKindOf } from "../bodies/body-kind.js";
import { quoted } from "../findings/quoted.js";
import { describeField } from "../model/field.js";
import type { PositiveTest } from "../model/mapping.js";
import { fieldOfTest } from "../model/rule-parts.js";
import type { BodyFault } from "../runtime/picked.js";
import { type PathFieldWord, VOCABULARY } from "../syntax/vocabulary.js";
import type { SourceText } from "../text/source-text.js";
import { notInBody } from "./plain-words.js";
import type { Evidence, TestTrace } from "./trace.js";

/** Values shown at most of those that a field picks. */
const MOST_VALUES = 3;

/** A body about which several things are told, one after the other. */
export interface ExplainedBody {
  readonly text: SourceText;
  /** Formats already explained for this body; a repeat is shortened. */
  readonly told: Set<Format>;
}

type Format = (typeof VOCABULARY)[PathFieldWord]["format"];

/** What a test met in a body, and so why it holds or not, as a clause. */
export function evidenceInWords(
  { test: { test, negated }, holds, evidence }: TestTrace,
  body: ExplainedBody,
): string {
  switch (evidence.kind) {
    case "status":
      return evidence.status === null ? "the response has no status" : `the status is ${evidence.status}`;
    case "found": {
      const place = placeInWords(body.text, evidence.place.start);
      const found =
        test.kind === "text" && test.texts.length > 1 ? `found ${quoted(evidence.text.text)} at` : "found at";
      return `${found} ${place}${negated && !holds ? ", where it must not be" : ""}`;
    }
    case "not-in-body":
      return notInBody(test);
    case "number":
      return `it is ${quoted(evidence.written)} at ${placeInWords(body.text, evidence.place.start)}`;
    case "picked":
      return `it is ${valuesInWords(evidence.values, body.text.text)}`;
    case "nothing-picked":
      return nothingPicked(test, evidence.fault, body);
  }
}

/** Where an offset of the body is, for a person. */
export function placeInWords(body: SourceText, offset: number): string {
  const { line, column } = body.positionAt(offset, "utf-32");
  return `line ${line + 1}, column ${column + 1} of the body`;
}

function nothingPicked(test: PositiveTest, fault: BodyFault | null, body: ExplainedBody): string {
  if (body.text.text === "") return "the body is empty";
  const field = fieldOfTest(test);
  const described = field === null ? null : describeField(field);
  if (described !== null && described.format !== null && fault !== null)
    return unreadableInWords(VOCABULARY[described.format].format, fault, body);
  return `the body has no such ${described?.noun ?? "field"}`;
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
function unreadableInWords(format: Format, { at, reason }: BodyFault, { text, told }: ExplainedBody): string {
  if (told.has(format)) return `the body is not ${format}`;
  told.add(format);
  const kind = KINDS[bodyKindOf(text.text)];
  if (kind !== null && kind !== format) return `the body is ${kind}, not ${format}`;
  return `the body cannot be read as ${format}: ${reason} (${placeInWords(text, at)})`;
}

/** `"sold"`, `"sold", an object and 3 more`. */
function valuesInWords(values: Extract<Evidence, { kind: "picked" }>["values"], body: string): string {
  const shown = values.slice(0, MOST_VALUES).map(({ text, start }) => {
    if (text !== null) return quoted(text);
    return body.charAt(start) === "[" ? "a list" : "an object";
  });
  const more = values.length - shown.length;
  if (more > 0) shown.push(`${more} more`);
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
