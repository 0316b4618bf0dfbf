import type { FieldPlace } from "./body-fields.js";

/** The body with another text in the place of one that it has, written as its form writes texts. */
export function bodyWithText(body: string, { kind, start, end }: FieldPlace, text: string): string {
  return body.slice(0, start) + writtenAs(kind, body.slice(start, end), text) + body.slice(end);
}

function writtenAs(kind: FieldPlace["kind"], old: string, text: string): string {
  switch (kind) {
    case "json":
      return isBare(old) && isJsonLiteral(text) ? text : JSON.stringify(text);
    case "xml":
      return text
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll('"', "&quot;")
        .replaceAll("'", "&apos;");
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
