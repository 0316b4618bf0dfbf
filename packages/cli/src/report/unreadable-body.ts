import { type BodyFault, type BodyKind, bodyKindOf, type SourceText } from "@responses/dsl";
import { placeInWords } from "./excerpt.js";

/** What a body is that was never meant to be of the other format. */
const OTHER_KINDS: Readonly<Partial<Record<BodyKind, string>>> = {
  html: "an HTML page",
  text: "plain text",
  json: "JSON",
  xml: "XML",
};

/**
 * Why no field of the format can be read from a body, as a clause. Where a body is something else altogether, that is
 * said and not where it stops being like the format. `told` remembers what was said: a second time it is short.
 */
export function unreadableInWords(
  format: "JSON" | "XML",
  { at, reason }: BodyFault,
  body: SourceText,
  told: Set<string>,
): string {
  if (told.has(format)) return `the body is not ${format}`;
  told.add(format);
  const kind = OTHER_KINDS[bodyKindOf(body.text)];
  if (kind !== undefined && kind !== format) return `the body is ${kind}, not ${format}`;
  return `the body cannot be read as ${format}: ${reason} (${placeInWords(body, at)})`;
}
