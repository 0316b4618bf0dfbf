import { writeXmlAttribute, writeXmlText } from "../../bodies/xml-text.js";
import type { Field } from "../../model/field.js";
import type { JsonField } from "../../model/fields/json-field.js";
import type { XmlField } from "../../model/fields/xml-field.js";

/**
 * The simplest body in which a field has a text, and, unless `status` is null, a status stands beside it; null for paths with
 * an index above 0 and for fields that are cut out of a text.
 */
export function bodyWithField(field: Field, text: string, status: string | null): string | null {
  if (field.kind === "json") return jsonBody(field, text, status);
  if (field.kind === "xml") return xmlBody(field, text, status);
  if (field.kind !== "form") return null;
  const own = `${encodeURIComponent(field.name)}=${encodeURIComponent(text)}`;
  return status === null ? own : `status=${encodeURIComponent(status)}&${own}`;
}

function jsonBody({ path }: JsonField, text: string, status: string | null): string | null {
  let body = /^(?:true|false|null|-?[0-9]{1,9})$/.test(text) ? text : JSON.stringify(text);
  for (const segment of [...path].reverse()) {
    if (segment.kind === "index" && segment.index > 0) return null;
    body = segment.kind === "name" ? `{${JSON.stringify(segment.name)}:${body}}` : `[${body}]`;
  }
  if (status === null) return body;
  return body.startsWith("{") ? `{"status":${JSON.stringify(status)},${body.slice(1)}` : null;
}

function xmlBody({ path }: XmlField, text: string, status: string | null): string {
  const { steps, attribute } = path;
  const beside = status === null ? "" : `<status>${writeXmlText(status)}</status>`;
  const ownAttribute = attribute === null ? "" : ` ${attribute.name}="${writeXmlAttribute(text)}"`;
  const names = steps.map(({ name }) => name);
  const last = names.pop() ?? "response";
  let body = `<${last}${ownAttribute}>${attribute === null ? writeXmlText(text) : ""}</${last}>`;
  for (const name of names.reverse()) body = `<${name}>${body}</${name}>`;
  if (beside === "") return body;
  // A path that begins with // finds the element anywhere; any other begins at the outermost one.
  if (steps[0]?.deep !== false) return `<response>${beside}${body}</response>`;
  const inside = body.indexOf(">") + 1;
  return body.slice(0, inside) + beside + body.slice(inside);
}
