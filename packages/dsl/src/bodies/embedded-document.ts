import { type JsonListener, scanJson } from "../runtime/json-scanner.js";
import { scanXml, type XmlListener } from "../runtime/xml-scanner.js";
import { isHtmlElement } from "./html-elements.js";

/** JSON or XML that can be read, and where it stands in a text. */
export interface EmbeddedDocument {
  readonly kind: "json" | "xml";
  readonly start: number;
  readonly end: number;
}

/** Beginnings read at most: each can take as long as the text, and what is JSON or XML is found at the first ones. */
const MOST_READ = 20;

/** Documents given at most: an answer has one, a log that was taken for one a few. */
const MOST_FOUND = 8;

/**
 * How JSON or XML begins that has fields: `{"`, `[{`, an element or a declaration. `["zip"]` is a note in a sentence, and
 * `{}` says nothing.
 */
const BEGINNING = /(\{[ \t\r\n]*"|\[[ \t\r\n]*\{)|<\?xml[ \t\r\n]|<([A-Za-z_][\w.:-]*)(?=[ \t\r\n/>])/g;

/**
 * The JSON and XML that stands in a text, one behind the other: also all of the text, if it is such a document. What
 * begins like JSON and breaks off is broken JSON, and the objects in it are no bodies; likewise the elements of broken XML.
 * Elements of pages (`<br />`, `<pre>`) are no XML, nor is a single element around a text. Linear in the text.
 */
export function embeddedDocuments(text: string): readonly EmbeddedDocument[] {
  const found: EmbeddedDocument[] = [];
  let behind = 0;
  let read = 0;
  let isInBrokenXml = isPage(text);
  for (const { index, 0: beginning, 1: json, 2: element } of text.matchAll(BEGINNING)) {
    if (index < behind) continue;
    const isDeclared = json === undefined && element === undefined;
    if (element !== undefined && (isInBrokenXml || isHtmlElement(element))) continue;
    if (++read > MOST_READ) break;
    const length =
      json === undefined ? xmlLength(text.slice(index), isDeclared) : jsonLength(text.slice(index));
    if (length > 0) {
      behind = index + length;
      found.push({ kind: json === undefined ? "xml" : "json", start: index, end: behind });
      if (found.length === MOST_FOUND) break;
    } else if (json === undefined) {
      isInBrokenXml = length === NO_DOCUMENT;
      behind = index + beginning.length;
    } else {
      break;
    }
  }
  return found;
}

const NO_DOCUMENT = -1;

/** How long the JSON is with which the text begins. */
function jsonLength(text: string): number {
  const listener = new JsonEnd();
  scanJson(text, listener);
  return listener.end;
}

class JsonEnd implements JsonListener {
  end = NO_DOCUMENT;
  #depth = 0;

  opens(): void {
    this.#depth++;
  }

  member(): void {}

  element(): void {}

  scalar(): void {}

  closes(end: number): void {
    if (--this.#depth === 0) this.end = end;
  }
}

/** How long the XML is with which the text begins; 0 for an element that has none inside and is not declared to be XML. */
function xmlLength(text: string, isDeclared: boolean): number {
  const listener = new XmlEnd();
  scanXml(text, listener);
  const { end, count } = listener;
  return end > 0 && count === 1 && !isDeclared ? 0 : end;
}

class XmlEnd implements XmlListener {
  end = NO_DOCUMENT;
  count = 0;
  #depth = 0;

  opens(): void {
    this.#depth++;
    this.count++;
  }

  attribute(): void {}

  content(): void {}

  text(): void {}

  cdata(): void {}

  closes(_: number, end: number): void {
    if (--this.#depth === 0) this.end = end;
  }
}

/** Whether the text is a page as a whole: the elements of pages may have any name. */
function isPage(text: string): boolean {
  return /^\s*<(?:!doctype html|html[\s>])/i.test(text.slice(0, 500));
}
