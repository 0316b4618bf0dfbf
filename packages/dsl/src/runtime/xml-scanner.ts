import { blankEnd } from "./blank-end.js";
import { createNameTable, type NameTable } from "./name-table.js";
import { type BodyFault, DEEPEST_NESTING } from "./picked.js";
import { trimmedRange } from "./text-matching.js";
import { firstForbiddenCharacter, xmlNameEnd } from "./xml-characters.js";
import { readXmlDoctype } from "./xml-doctype.js";
import { readXmlReference } from "./xml-references.js";

/**
 * What is told of an XML document while it is read from beginning to end. Offsets are UTF-16 code units of the document,
 * `end` is the first one behind; names are as they are written, with their prefix. What was told before a fault is of no
 * document, and is to be forgotten.
 */
export interface XmlListener {
  /** An element begins with the < at `start`. Its attributes come next. */
  opens(name: string, start: number): void;
  /** An attribute of that element; its value stands between the quotes, as it is written (`readXmlAttribute`). */
  attribute(name: string, start: number, end: number): void;
  /** The start tag ends before `start`; also of an element without content. */
  content(start: number): void;
  /** A stretch of text in the innermost open element, as it is written (`readXmlText`). */
  text(start: number, end: number): void;
  /** The inside of a CDATA section in the innermost open element, as it is written (`readXmlCdata`). */
  cdata(start: number, end: number): void;
  /** The innermost open element ends: its content before `contentEnd`, all of it before `end`. */
  closes(contentEnd: number, end: number): void;
}

/** The state of one pass over a body. The functions that move on give the next offset, or `NO_XML` after a fault. */
interface XmlScan {
  readonly body: string;
  readonly listener: XmlListener;
  /** The names of the open elements. */
  readonly open: string[];
  /** Where the document must end: before a character that no XML document holds. */
  readonly limit: number;
  doctypeSeen: boolean;
  rootSeen: boolean;
  fault: BodyFault | null;
}

const NO_XML = -1;

function failXml(scan: XmlScan, at: number, reason: string): number {
  const { body, limit } = scan;
  if (limit < body.length && limit <= at)
    scan.fault = { at: limit, reason: "XML does not allow this character" };
  else scan.fault = { at, reason: at < body.length ? reason : "it ends too early" };
  return NO_XML;
}

/**
 * Reads a body as XML (1.0, fifth edition, without namespaces) and tells the listener of all that stands in it; a document
 * type declaration without an internal subset is passed over. Gives the place where it stops being well-formed, has an
 * internal subset or nests too deeply, null for a body that is read to its end. White space may stand before the document.
 * Time is linear in the body's length, whatever the body.
 */
export function scanXml(body: string, listener: XmlListener): BodyFault | null {
  // Real systems send white space before the document, which the standard does not allow.
  const { start } = trimmedRange(body, 0, body.length);
  const limit = firstForbiddenCharacter(body, start);
  const scan: XmlScan = {
    body,
    listener,
    open: [],
    limit,
    doctypeSeen: false,
    rootSeen: false,
    fault: null,
  };
  let at = passXmlDeclaration(scan, start);
  while (at !== NO_XML && at < limit) at = passXmlPart(scan, at);
  const allPassed = at === body.length && limit === body.length;
  const finished = allPassed && scan.rootSeen && scan.open.length === 0;
  if (at !== NO_XML && !finished) failXml(scan, limit, "");
  return scan.fault;
}

function beginsXmlDeclaration(body: string, at: number): boolean {
  return body.startsWith("<?xml", at) && blankEnd(body, at + 5) > at + 5;
}

/** XMLDecl [23], of any version 1.x as §2.8 asks for. */
const XML_DECLARATION =
  /<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*\?>/y;

function passXmlDeclaration(scan: XmlScan, start: number): number {
  if (!beginsXmlDeclaration(scan.body, start)) return start;
  XML_DECLARATION.lastIndex = start;
  if (XML_DECLARATION.test(scan.body)) return XML_DECLARATION.lastIndex;
  return failXml(scan, start, "the XML declaration is malformed");
}

/** Passes one tag, comment, processing instruction, CDATA section, or the text up to the next. */
function passXmlPart(scan: XmlScan, at: number): number {
  const { body } = scan;
  if (body.charAt(at) !== "<") return passXmlText(scan, at);
  const next = body.charAt(at + 1);
  if (next === "/") return passEndTag(scan, at);
  if (next === "?") return passInstruction(scan, at);
  if (next !== "!") return passStartTag(scan, at);
  if (body.startsWith("<!--", at)) return passComment(scan, at);
  if (body.startsWith("<![CDATA[", at)) return passCdata(scan, at);
  if (body.startsWith("<!DOCTYPE", at)) return passDoctype(scan, at);
  return failXml(scan, at, "nothing in XML begins like this");
}

/** CharData [14] and references; outside the root element white space only. */
function passXmlText(scan: XmlScan, start: number): number {
  const { body } = scan;
  if (scan.open.length === 0) {
    const end = blankEnd(body, start);
    return end < body.length && body.charAt(end) !== "<"
      ? failXml(scan, end, "text stands outside the element")
      : end;
  }
  let at = start;
  while (at !== NO_XML && at < body.length && body.charCodeAt(at) !== 0x3c) {
    const unit = body.charCodeAt(at);
    if (unit === 0x3e && at - start >= 2 && body.startsWith("]]", at - 2)) {
      return failXml(scan, at - 2, "]]> in a text must be written ]]&gt;");
    }
    at = unit === 0x26 ? passReference(scan, at) : at + 1;
  }
  if (at !== NO_XML) scan.listener.text(start, at);
  return at;
}

/** Reference [67]. */
function passReference(scan: XmlScan, start: number): number {
  const { body } = scan;
  const end = body.indexOf(";", start);
  const known = end !== -1 && readXmlReference(body.slice(start + 1, end)) !== null;
  return known
    ? end + 1
    : failXml(scan, start, "& begins no reference that XML knows; & itself is written &amp;");
}

/** CDSect [18]. */
function passCdata(scan: XmlScan, start: number): number {
  const { body } = scan;
  if (scan.open.length === 0) return failXml(scan, start, "text stands outside the element");
  const contentStart = start + "<![CDATA[".length;
  const end = body.indexOf("]]>", contentStart);
  if (end === -1) return failXml(scan, body.length, "");
  scan.listener.cdata(contentStart, end);
  return end + 3;
}

/** Comment [15]: no two hyphens inside, none before the end. */
function passComment(scan: XmlScan, start: number): number {
  const { body } = scan;
  const hyphens = body.indexOf("--", start + 4);
  if (hyphens === -1) return failXml(scan, body.length, "");
  return body.charAt(hyphens + 2) === ">" ? hyphens + 3 : failXml(scan, hyphens, "-- stands in a comment");
}

/** Between the declaration and the element, once (prolog [22]). */
function passDoctype(scan: XmlScan, start: number): number {
  if (scan.rootSeen || scan.doctypeSeen) {
    return failXml(scan, start, "a document type declaration stands only once, and before the element");
  }
  scan.doctypeSeen = true;
  const { at, reason } = readXmlDoctype(scan.body, start);
  return reason === null ? at : failXml(scan, at, reason);
}

/** PI [16]. */
function passInstruction(scan: XmlScan, start: number): number {
  const { body } = scan;
  const targetEnd = xmlNameEnd(body, start + 2);
  if (targetEnd === start + 2) return failXml(scan, targetEnd, "a name is missing here");
  if (/^[Xx][Mm][Ll]$/.test(body.slice(start + 2, targetEnd))) {
    return failXml(scan, start, "an XML declaration stands only at the beginning");
  }
  if (body.startsWith("?>", targetEnd)) return targetEnd + 2;
  if (blankEnd(body, targetEnd) === targetEnd) return failXml(scan, targetEnd, "white space is missing here");
  const end = body.indexOf("?>", targetEnd);
  return end === -1 ? failXml(scan, body.length, "") : end + 2;
}

/** STag [40] and EmptyElemTag [44]. */
function passStartTag(scan: XmlScan, start: number): number {
  const { body, open, listener } = scan;
  const nameEnd = xmlNameEnd(body, start + 1);
  if (nameEnd === start + 1)
    return failXml(scan, nameEnd, "a name is missing here; < itself is written &lt;");
  if (open.length === 0 && scan.rootSeen)
    return failXml(scan, start, "a second element stands beside the first");
  if (open.length === DEEPEST_NESTING)
    return failXml(scan, start, "more than 1,000 elements stand inside one another");
  const name = body.slice(start + 1, nameEnd);
  listener.opens(name, start);
  const attributesEnd = passAttributes(scan, nameEnd);
  if (attributesEnd === NO_XML) return NO_XML;
  const isEmpty = body.charAt(attributesEnd) === "/";
  const end = attributesEnd + (isEmpty ? 2 : 1);
  scan.rootSeen = true;
  listener.content(end);
  if (isEmpty) listener.closes(end, end);
  else open.push(name);
  return end;
}

/** Gives the offset of the > or /> behind the attributes. */
function passAttributes(scan: XmlScan, from: number): number {
  const { body } = scan;
  let names: NameTable | null = null;
  let at = from;
  for (;;) {
    const start = blankEnd(body, at);
    if (body.charAt(start) === ">" || body.startsWith("/>", start)) return start;
    const nameEnd = xmlNameEnd(body, start);
    if (nameEnd === start) return failXml(scan, start, "the tag is not closed by >");
    if (start === at) return failXml(scan, start, "white space is missing here");
    const name = body.slice(start, nameEnd);
    if (names === null) names = createNameTable((known) => body.slice(known, xmlNameEnd(body, known)));
    if (names.put(name, start) !== undefined)
      return failXml(scan, start, "the attribute is there a second time");
    at = passAttributeValue(scan, name, nameEnd);
    if (at === NO_XML) return NO_XML;
  }
}

/** Eq [25] and AttValue [10]. */
function passAttributeValue(scan: XmlScan, name: string, nameEnd: number): number {
  const { body } = scan;
  const equals = blankEnd(body, nameEnd);
  if (body.charAt(equals) !== "=") return failXml(scan, equals, "= is missing here");
  const quoteAt = blankEnd(body, equals + 1);
  const quote = body.charAt(quoteAt);
  if (quote !== '"' && quote !== "'") return failXml(scan, quoteAt, "a quotation mark is missing here");
  const start = quoteAt + 1;
  let at = start;
  while (at !== NO_XML && body.charAt(at) !== quote) {
    if (at >= body.length) return failXml(scan, at, "");
    if (body.charAt(at) === "<") return failXml(scan, at, "< in an attribute must be written &lt;");
    at = body.charAt(at) === "&" ? passReference(scan, at) : at + 1;
  }
  if (at === NO_XML) return NO_XML;
  scan.listener.attribute(name, start, at);
  return at + 1;
}

/** ETag [42]. */
function passEndTag(scan: XmlScan, start: number): number {
  const { body, open } = scan;
  const name = open[open.length - 1];
  if (name === undefined) return failXml(scan, start, "no element is open here");
  const nameEnd = start + 2 + name.length;
  if (!body.startsWith(name, start + 2) || xmlNameEnd(body, start + 2) !== nameEnd) {
    return failXml(scan, start, "this is not the end tag of the innermost open element");
  }
  const end = blankEnd(body, nameEnd);
  if (body.charAt(end) !== ">") return failXml(scan, end, "the tag is not closed by >");
  open.pop();
  scan.listener.closes(start, end + 1);
  return end + 1;
}
