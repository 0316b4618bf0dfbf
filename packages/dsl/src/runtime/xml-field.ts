import { allParts, type BodyReading, NOTHING_PICKED } from "./body-pass.js";
import type { BodyFault, Picked, PickedPart } from "./picked.js";
import type { ReachedByPaths } from "./scanner-pass.js";
import { XML_CDATA, XML_CLOSES, XML_OPENS, XML_UNKNOWN, XML_VALUE, XmlReading } from "./xml-reading.js";
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
  const parts = new XmlParts(body);
  return scanXml(body, new XmlPicker(path, parts)) === null ? parts.picked : [];
}

/** What `pickXml` gives for each of the paths, in one pass over the body. */
export function pickXmlPaths(body: string, paths: readonly XmlPath[]): BodyReading {
  const notes = paths.map(() => new XmlNotes());
  const pickers = paths.map((path, index) => new XmlPicker(path, notes[index] ?? new XmlNotes()));
  const isRead = scanXml(body, new XmlPickers(pickers)) === null;
  return isRead
    ? new XmlReadings(notes.map(({ lists }) => new XmlReading(NOTED, body, lists)))
    : NOTHING_PICKED;
}

/** Of the one path, that it leads to all that is noted. */
const NOTED: ReachedByPaths = [[true]];

/** What each of several paths picks, by notes of its own. */
class XmlReadings implements BodyReading {
  readonly isLong: boolean;
  readonly readings: readonly XmlReading[];

  constructor(readings: readonly XmlReading[]) {
    this.readings = readings;
    this.isLong = readings.some(({ isLong }) => isLong);
  }

  reads(): boolean {
    return true;
  }

  parts(path: number): readonly PickedPart[] {
    return allParts(this, path);
  }

  find<Context>(
    path: number,
    accepts: (part: PickedPart, context: Context) => boolean,
    context: Context,
  ): PickedPart | null {
    return this.readings[path]?.find(0, accepts, context) ?? null;
  }
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

/** What is told of that which a path picks, in order. Offsets are UTF-16 code units of the body. */
interface XmlSink {
  /** An attribute's value is picked. */
  value(start: number, end: number): void;
  /** An element that is picked begins; all texts inside it are told, until it ends. */
  opens(): void;
  text(start: number, end: number): void;
  cdata(start: number, end: number): void;
  /** Where it, or what is in it, stands. */
  closes(start: number, end: number): void;
}

/** Keeps what is picked. */
class XmlParts implements XmlSink {
  readonly body: string;
  readonly picked: Picked[] = [];
  pieces: string[] = [];

  constructor(body: string) {
    this.body = body;
  }

  value(start: number, end: number): void {
    const text = readXmlAttribute(this.body.slice(start, end));
    this.picked.push({ text, blank: text === "", start, end });
  }

  opens(): void {
    this.pieces = [];
  }

  text(start: number, end: number): void {
    this.pieces.push(readXmlText(this.body.slice(start, end)));
  }

  cdata(start: number, end: number): void {
    this.pieces.push(readXmlCdata(this.body.slice(start, end)));
  }

  closes(start: number, end: number): void {
    const text = readXmlElement(this.pieces);
    this.picked.push({ text, blank: text === "", start, end });
  }
}

/** Numbers in the first list of notes, and in each of those behind it, in which they take half as much room. */
const FIRST_NOTES = 3000;
const FURTHER_NOTES = 30000;

/** Notes what is picked, as the scanner in WebAssembly does, of which texts are made when they are asked for: there can be millions. */
class XmlNotes implements XmlSink {
  readonly first: number[] = [];
  readonly lists: ArrayLike<number>[] = [this.first];
  further = new Uint32Array(0);
  filled = 0;

  value(start: number, end: number): void {
    this.note(start, end, XML_VALUE + XML_UNKNOWN);
  }

  opens(): void {
    this.note(0, 0, XML_OPENS);
  }

  text(start: number, end: number): void {
    this.note(start, end, XML_UNKNOWN);
  }

  cdata(start: number, end: number): void {
    this.note(start, end, XML_CDATA + XML_UNKNOWN);
  }

  closes(start: number, end: number): void {
    this.note(start, end, XML_CLOSES);
  }

  note(start: number, end: number, what: number): void {
    if (this.first.length < FIRST_NOTES) {
      this.first.push(start, end, what);
      return;
    }
    if (this.filled === this.further.length) {
      this.further = new Uint32Array(FURTHER_NOTES);
      this.lists.push(this.further);
      this.filled = 0;
    }
    this.further[this.filled] = start;
    this.further[this.filled + 1] = end;
    this.further[this.filled + 2] = what;
    this.filled += 3;
  }
}

/** The outermost element that the path reaches. */
interface XmlCollection {
  /** How many elements are open with it. */
  readonly depth: number;
  readonly contentStart: number;
}

/** Tells what a path picks. */
class XmlPicker implements XmlListener {
  readonly path: XmlPath;
  readonly sink: XmlSink;
  /** How far along the path each open element is. */
  readonly open: XmlReach[] = [];
  /** Where the last start tag begins. */
  tagStart = 0;
  collection: XmlCollection | null = null;

  constructor(path: XmlPath, sink: XmlSink) {
    this.path = path;
    this.sink = sink;
  }

  opens(name: string, start: number): void {
    const parent = this.open[this.open.length - 1] ?? DOCUMENT_REACH;
    this.open.push(stepIntoElement(parent, name, this.path.steps));
    this.tagStart = start;
  }

  attribute(name: string, start: number, end: number): void {
    const reach = this.open[this.open.length - 1];
    if (reach === undefined || !reachesAttribute(this.path, reach, name)) return;
    this.sink.value(start, end);
  }

  content(start: number): void {
    const reach = this.open[this.open.length - 1];
    if (this.collection !== null || reach === undefined || !reachesElement(this.path, reach)) return;
    this.collection = { depth: this.open.length, contentStart: start };
    this.sink.opens();
  }

  text(start: number, end: number): void {
    if (this.collection !== null) this.sink.text(start, end);
  }

  cdata(start: number, end: number): void {
    if (this.collection !== null) this.sink.cdata(start, end);
  }

  closes(contentEnd: number, end: number): void {
    const { collection } = this;
    if (collection !== null && this.open.length === collection.depth) {
      const { contentStart } = collection;
      if (contentStart >= contentEnd) this.sink.closes(this.tagStart, end);
      else this.sink.closes(contentStart, contentEnd);
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
