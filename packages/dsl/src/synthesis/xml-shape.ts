import { readXmlAttribute, readXmlCdata, readXmlText } from "../runtime/xml-references.js";
import { scanXml, type XmlListener } from "../runtime/xml-scanner.js";
import {
  DOCUMENT_REACH,
  isNamespaceDeclaration,
  reachesAttribute,
  reachesElement,
  stepIntoElement,
  type XmlPath,
  type XmlReach,
} from "../runtime/xml-steps.js";
import type { XmlContent, XmlTree, XmlTreeAttribute } from "./xml-tree.js";

/** A document of an example, and what stands before its outermost element: a declaration, white space. */
export interface XmlShape {
  readonly before: string;
  readonly root: XmlTree;
}

/** A body of XML as a tree whose texts may be replaced, comments and the like left out; null for one that is not XML. */
export function shapeOfXml(body: string): XmlShape | null {
  const reader = new TreeReader(body);
  if (scanXml(body, reader) !== null || reader.root === null) return null;
  return { before: body.slice(0, reader.start), root: reader.root };
}

interface OpenElement {
  readonly name: string;
  readonly attributes: XmlTreeAttribute[];
  readonly content: XmlContent[];
}

class TreeReader implements XmlListener {
  root: XmlTree | null = null;
  start = 0;
  readonly #body: string;
  readonly #open: OpenElement[] = [];

  constructor(body: string) {
    this.#body = body;
  }

  opens(name: string, start: number): void {
    if (this.#open.length === 0) this.start = start;
    this.#open.push({ name, attributes: [], content: [] });
  }

  attribute(name: string, start: number, end: number): void {
    const text = readXmlAttribute(this.#body.slice(start, end));
    this.#open.at(-1)?.attributes.push({ name, text, isDecided: isNamespaceDeclaration(name) });
  }

  content(): void {}

  text(start: number, end: number): void {
    this.#open.at(-1)?.content.push(readXmlText(this.#body.slice(start, end)));
  }

  cdata(start: number, end: number): void {
    this.#open.at(-1)?.content.push(readXmlCdata(this.#body.slice(start, end)));
  }

  closes(): void {
    const closed = this.#open.pop();
    if (closed === undefined) return;
    const element: XmlTree = { ...closed, isDecided: false };
    const around = this.#open.at(-1);
    if (around === undefined) this.root = element;
    else around.content.push(element);
  }
}

/** The document without what a path reaches beyond the first `kept` places; null where nothing would be left. */
export function withoutReachedXml(root: XmlTree, path: XmlPath, kept: number): XmlTree | null {
  let left = kept;
  const prune = (element: XmlTree, around: XmlReach): XmlTree | null => {
    const reach = stepIntoElement(around, element.name, path.steps);
    // What is inside one that is reached belongs to its text.
    if (reachesElement(path, reach)) return left-- > 0 ? element : null;
    const attributes = element.attributes.filter(
      ({ name }) => !reachesAttribute(path, reach, name) || left-- > 0,
    );
    const content = element.content.flatMap((own): XmlContent | readonly XmlContent[] =>
      typeof own === "string" ? [own] : (prune(own, reach) ?? []),
    );
    return { ...element, attributes, content };
  };
  return prune(root, DOCUMENT_REACH);
}
