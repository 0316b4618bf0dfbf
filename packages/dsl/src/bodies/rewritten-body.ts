import type { FieldPlace } from "./body-fields.js";
import { writeXmlAttribute, writeXmlText } from "./xml-text.js";

/** The body with another text in the place of one that it has, written as its form writes texts, and all that hold it. */
export function bodyWithText(body: string, { kind, start, end, within }: FieldPlace, text: string): string {
  const written = within.reduce(heldBy, writtenAs(kind, body.slice(start, end), text));
  return body.slice(0, start) + written + body.slice(end);
}

/** What is written inside a body, as it stands in a text of that form. */
function heldBy(written: string, holder: FieldPlace["kind"]): string {
  switch (holder) {
    case "json":
      return JSON.stringify(written).slice(1, -1);
    case "xml":
      return writeXmlText(written);
    case "form":
      return encodeURIComponent(written);
    case "text":
      return written;
  }
}

function writtenAs(kind: FieldPlace["kind"], old: string, text: string): string {
  switch (kind) {
    case "json":
      return isBare(old) && isJsonLiteral(text) ? text : JSON.stringify(text);
    case "xml":
      return writeXmlAttribute(text);
    case "form":
      return encodeURIComponent(text);
    case "text":
      return text;
  }
}

/** A number, true, false or null. */
function isBare(written: string): boolean {
  return !written.startsWith('"');
}

function isJsonLiteral(text: string): boolean {
  return /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)$/.test(text);
}
