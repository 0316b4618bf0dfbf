import { type BodyReading, KnownParts, NOTHING_PICKED } from "./body-pass.js";
import type { BodyFault, Picked } from "./picked.js";
import { readXmlAttribute, readXmlCdata, readXmlElement, readXmlText } from "./xml-references.js";
import { scanXml, type XmlListener } from "./xml-scanner.js";
import {
  DOCUMENT_REACH,
  reachesAttribute,
  reachesElement,
  stepIntoElement,
  type XmlPath,
  type XmlReach,
} from "./xml-steps.js";

export type { XmlPath, XmlStep } from "./xml-steps.js";

/**
 * The texts of the elements, or the attribute values, that the path reaches, in the body's order; none if the body is
 * not well-formed (XML 1.0, fifth edition, without namespaces), has an internal subset or nests too deeply. A document
 * type declaration without one is passed over, and white space may stand before the document. The body has been
 * normalised: no lone surrogates. Time is linear in the body's length, whatever the body.
 */
export function pickXml(body: string, path: XmlPath): readonly Picked[] {
  const picker = new XmlPicker(body, path);
  return scanXml(body, picker) === null ? picker.picked : [];
}

/** What `pickXml` gives for each of the paths, in one pass over the body. */
export function pickXmlPaths(body: string, paths: readonly XmlPath[]): BodyReading {
  const pickers = paths.map((path) => new XmlPicker(body, path));
  const isRead = scanXml(body, new XmlPickers(pickers)) === null;
  return isRead ? new KnownParts(pickers.map(({ picked }) => picked)) : NOTHING_PICKED;
}

/** Where the body stops being such XML; null for a body that can be read. */
export function xmlFault(body: string): BodyFault | null {
  return scanXml(body, IGNORE_XML);
}

/** Ignores all events: used to check whether a body can be read. */
const IGNORE_XML: XmlListener = {
  opens() {},
  attribute() {},
  content() {},
  text() {},
  cdata() {},
  closes() {},
};

/** The element whose text is being put together: the outermost one that the path reaches. */
interface XmlCollection {
  /** How many elements are open with it. */
  readonly depth: number;
  readonly contentStart: number;
  readonly pieces: string[];
}

/** Picks what a path reaches. */
class XmlPicker implements XmlListener {
  readonly body: string;
  readonly path: XmlPath;
  readonly picked: Picked[] = [];
  /** How far along the path each open element is. */
  readonly open: XmlReach[] = [];
  /** Where the last start tag begins. */
  tagStart = 0;
  collection: XmlCollection | null = null;

  constructor(body: string, path: XmlPath) {
    this.body = body;
    this.path = path;
  }

  opens(name: string, start: number): void {
    const parent = this.open[this.open.length - 1] ?? DOCUMENT_REACH;
    this.open.push(stepIntoElement(parent, name, this.path.steps));
    this.tagStart = start;
  }

  attribute(name: string, start: number, end: number): void {
    const reach = this.open[this.open.length - 1];
    if (reach === undefined || !reachesAttribute(this.path, reach, name)) return;
    const text = readXmlAttribute(this.body.slice(start, end));
    this.picked.push({ text, blank: text === "", start, end });
  }

  content(start: number): void {
    const reach = this.open[this.open.length - 1];
    if (this.collection !== null || reach === undefined || !reachesElement(this.path, reach)) return;
    this.collection = { depth: this.open.length, contentStart: start, pieces: [] };
  }

  text(start: number, end: number): void {
    if (this.collection !== null) this.collection.pieces.push(readXmlText(this.body.slice(start, end)));
  }

  cdata(start: number, end: number): void {
    if (this.collection !== null) this.collection.pieces.push(readXmlCdata(this.body.slice(start, end)));
  }

  closes(contentEnd: number, end: number): void {
    const { collection } = this;
    if (collection !== null && this.open.length === collection.depth) {
      const { contentStart, pieces } = collection;
      const text = readXmlElement(pieces);
      const isEmpty = contentStart >= contentEnd;
      const place = isEmpty ? { start: this.tagStart, end } : { start: contentStart, end: contentEnd };
      this.picked.push({ text, blank: text === "", ...place });
      this.collection = null;
    }
    this.open.pop();
  }
}

/** Tells several pickers the same. */
class XmlPickers implements XmlListener {
  readonly pickers: readonly XmlPicker[];

  constructor(pickers: readonly XmlPicker[]) {
    this.pickers = pickers;
  }

  opens(name: string, start: number): void {
    for (const picker of this.pickers) picker.opens(name, start);
  }

  attribute(name: string, start: number, end: number): void {
    for (const picker of this.pickers) picker.attribute(name, start, end);
  }

  content(start: number): void {
    for (const picker of this.pickers) picker.content(start);
  }

  text(start: number, end: number): void {
    for (const picker of this.pickers) picker.text(start, end);
  }

  cdata(start: number, end: number): void {
    for (const picker of this.pickers) picker.cdata(start, end);
  }

  closes(contentEnd: number, end: number): void {
    for (const picker of this.pickers) picker.closes(contentEnd, end);
  }
}
