import { localName } from "../model/xml-path.js";
import { trimmedRange } from "../runtime/text-matching.js";
import { xmlBlankEnd, xmlNameEnd } from "../runtime/xml-characters.js";
import { readXmlAttribute, readXmlText } from "../runtime/xml-references.js";

/** An element by its local name, and the one around it. */
export interface XmlNode {
  readonly parent: XmlNode | null;
  readonly name: string;
}

/** What an element or an attribute says. */
export interface XmlValue {
  readonly node: XmlNode;
  /** The attribute of the last element; null for the element's own text. */
  readonly attribute: string | null;
  readonly text: string;
}

interface OpenElement {
  readonly node: XmlNode;
  readonly pieces: string[];
  hasElements: boolean;
}

/**
 * The texts of all elements without elements in them, and all attributes, in the order in which they end. The body is XML:
 * `xmlFault` has found nothing in it. Linear in its length.
 */
export function outlineXml(body: string): readonly XmlValue[] {
  const values: XmlValue[] = [];
  const open: OpenElement[] = [];
  const close = () => {
    const element = open.pop();
    if (element === undefined || element.hasElements) return;
    values.push({ node: element.node, attribute: null, text: trimmed(element.pieces.join("")) });
  };
  let at = 0;
  while (at < body.length) {
    if (body.charAt(at) !== "<") {
      const end = endBefore(body, "<", at);
      open.at(-1)?.pieces.push(readXmlText(body.slice(at, end)));
      at = end;
    } else if (body.startsWith("<!--", at)) at = endBehind(body, "-->", at);
    else if (body.startsWith("<?", at)) at = endBehind(body, "?>", at);
    else if (body.startsWith("<![CDATA[", at)) {
      const end = endBehind(body, "]]>", at);
      open.at(-1)?.pieces.push(body.slice(at + "<![CDATA[".length, end - "]]>".length));
      at = end;
    } else if (body.startsWith("</", at)) {
      at = endBehind(body, ">", at);
      close();
    } else {
      const nameEnd = xmlNameEnd(body, at + 1);
      const parent = open.at(-1);
      if (parent !== undefined) parent.hasElements = true;
      const node = { parent: parent?.node ?? null, name: localName(body.slice(at + 1, nameEnd)) };
      open.push({ node, pieces: [], hasElements: false });
      at = readAttributes(body, nameEnd, (name, text) =>
        values.push({ node, attribute: localName(name), text }),
      );
      if (body.startsWith("/>", at)) {
        at += 2;
        close();
      } else at += 1;
    }
  }
  return values;
}

/** Gives the offset of the > or /> behind a tag's attributes. */
function readAttributes(body: string, from: number, take: (name: string, text: string) => void): number {
  let at = xmlBlankEnd(body, from);
  while (at < body.length && body.charAt(at) !== ">" && body.charAt(at) !== "/") {
    const nameEnd = xmlNameEnd(body, at);
    const quoteAt = xmlBlankEnd(body, xmlBlankEnd(body, nameEnd) + 1);
    const end = endBefore(body, body.charAt(quoteAt), quoteAt + 1);
    const name = body.slice(at, nameEnd);
    const isDeclaration = name === "xmlns" || name.startsWith("xmlns:");
    if (!isDeclaration) take(name, readXmlAttribute(body.slice(quoteAt + 1, end)));
    at = xmlBlankEnd(body, end + 1);
  }
  return at;
}

/** The local names from the outermost element to this one. */
export function namesTo(node: XmlNode): readonly string[] {
  const names: string[] = [];
  for (let place: XmlNode | null = node; place !== null; place = place.parent) names.push(place.name);
  return names.reverse();
}

function endBefore(body: string, text: string, from: number): number {
  const at = body.indexOf(text, from);
  return at === -1 ? body.length : at;
}

function endBehind(body: string, text: string, from: number): number {
  return Math.min(body.length, endBefore(body, text, from) + text.length);
}

function trimmed(text: string): string {
  const { start, end } = trimmedRange(text, 0, text.length);
  return text.slice(start, end);
}
