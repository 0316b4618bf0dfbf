/** An element of a document that is being made. Every change gives another. */
export interface XmlTree {
  /** As it is written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly XmlTreeAttribute[];
  readonly content: readonly XmlContent[];
  /** Whether its own text must stay. */
  readonly isDecided: boolean;
}

export interface XmlTreeAttribute {
  readonly name: string;
  readonly text: string;
  /** Whether it must stay. */
  readonly isDecided: boolean;
}

/** A text or an element. */
export type XmlContent = string | XmlTree;

export function emptyElement(name: string): XmlTree {
  return { name, attributes: [], content: [], isDecided: false };
}

export function withContent(element: XmlTree, index: number, content: XmlContent): XmlTree {
  return { ...element, content: element.content.map((own, at) => (at === index ? content : own)) };
}

/** With something behind all that it holds, indented as the first of that is. */
export function withAppended(element: XmlTree, content: XmlContent): XmlTree {
  const [indentation] = element.content;
  const end = element.content.at(-1);
  if (element.content.length < 2 || !isBlank(indentation) || !isBlank(end))
    return { ...element, content: [...element.content, content] };
  return { ...element, content: [...element.content.slice(0, -1), indentation, content, end] };
}

function isBlank(content: XmlContent | undefined): content is string {
  return typeof content === "string" && /^[ \t\r\n]*$/.test(content);
}

/** The element with that attribute, in its place if there was one of the name. */
export function withAttribute(element: XmlTree, name: string, text: string): XmlTree {
  const attribute = { name, text, isDecided: true };
  const isThere = element.attributes.some((own) => own.name === name);
  const changed = element.attributes.map((own) => (own.name === name ? attribute : own));
  return { ...element, attributes: isThere ? changed : [...element.attributes, attribute] };
}

/** The text of the element and all inside it. */
function textInside(content: XmlContent): string {
  return typeof content === "string" ? content : content.content.map(textInside).join("");
}

/**
 * The element saying a text, as all that it holds says together: where elements inside it have texts, those must occur in it
 * in their order, and what is left stands between them. Null where that cannot be.
 */
export function elementSaying(element: XmlTree, text: string): XmlTree | null {
  const elements = element.content.filter((own) => typeof own !== "string");
  const content: XmlContent[] = [];
  let from = 0;
  for (const inner of elements) {
    const own = textInside(inner);
    const at = text.indexOf(own, from);
    if (at < 0) return null;
    if (at > from) content.push(text.slice(from, at));
    content.push(inner);
    from = at + own.length;
  }
  if (from < text.length) content.push(text.slice(from));
  return { ...element, content, isDecided: true };
}
