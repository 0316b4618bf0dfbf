import { readXmlAttribute, readXmlCdata, readXmlElement, readXmlText } from "../runtime/xml-references.js";
import { scanXml, type XmlListener } from "../runtime/xml-scanner.js";
import { isNamespaceDeclaration, xmlLocalName } from "../runtime/xml-steps.js";

/** An element by its local name, and the one around it. */
export interface XmlElement {
  readonly parent: XmlElement | null;
  readonly name: string;
}

/** What an element or an attribute says. */
export interface XmlValue {
  readonly element: XmlElement;
  /** The attribute of that element; null for its own text. */
  readonly attribute: string | null;
  readonly text: string;
  /** Where it is written: between an attribute's quotes, or between an element's tags. */
  readonly start: number;
  readonly end: number;
}

/**
 * The texts of all elements without elements in them, and all attributes, in the order in which they end; null for a body
 * that the runtime does not read as XML. Linear in its length.
 */
export function outlineXml(body: string): readonly XmlValue[] | null {
  const outliner = new XmlOutliner(body);
  return scanXml(body, outliner) === null ? outliner.values : null;
}

/** The local names from the outermost element to this one. */
export function namesTo(element: XmlElement): readonly string[] {
  const names: string[] = [];
  for (let around: XmlElement | null = element; around !== null; around = around.parent)
    names.push(around.name);
  return names.reverse();
}

interface OpenElement {
  readonly element: XmlElement;
  readonly pieces: string[];
  hasElements: boolean;
  contentStart: number;
}

class XmlOutliner implements XmlListener {
  readonly values: XmlValue[] = [];
  readonly #body: string;
  readonly #open: OpenElement[] = [];

  constructor(body: string) {
    this.#body = body;
  }

  opens(name: string): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.hasElements = true;
    const element = { parent: parent?.element ?? null, name: xmlLocalName(name) };
    this.#open.push({ element, pieces: [], hasElements: false, contentStart: 0 });
  }

  attribute(name: string, start: number, end: number): void {
    const around = this.#open.at(-1);
    if (around === undefined || isNamespaceDeclaration(name)) return;
    const text = readXmlAttribute(this.#body.slice(start, end));
    this.values.push({ element: around.element, attribute: xmlLocalName(name), text, start, end });
  }

  content(start: number): void {
    const opened = this.#open.at(-1);
    if (opened !== undefined) opened.contentStart = start;
  }

  text(start: number, end: number): void {
    this.#open.at(-1)?.pieces.push(readXmlText(this.#body.slice(start, end)));
  }

  cdata(start: number, end: number): void {
    this.#open.at(-1)?.pieces.push(readXmlCdata(this.#body.slice(start, end)));
  }

  closes(contentEnd: number): void {
    const closed = this.#open.pop();
    if (closed === undefined || closed.hasElements) return;
    const { element, pieces, contentStart } = closed;
    const text = readXmlElement(pieces);
    this.values.push({ element, attribute: null, text, start: contentStart, end: contentEnd });
  }
}
