import { hexadecimalValue } from "./hexadecimal.js";
import { trimmedRange } from "./text-matching.js";
import { replaceTexts, TextPieces } from "./text-pieces.js";
import { isXmlCharacter } from "./xml-characters.js";

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["apos", "'"],
  ["quot", '"'],
]);

/**
 * What `&NAME;` stands for (XML 1.0 §4.1, §4.6): one of the five predefined entities, or a character by its number
 * (`#65`, `#x41`). Null for any other.
 */
export function readXmlReference(name: string): string | null {
  if (!name.startsWith("#")) return PREDEFINED.get(name) ?? null;
  const hexadecimal = name.charAt(1) === "x";
  const radix = hexadecimal ? 16 : 10;
  let code = 0;
  let at = hexadecimal ? 2 : 1;
  if (at === name.length) return null;
  for (; at < name.length; at += 1) {
    const digit = hexadecimalValue(name.charCodeAt(at));
    if (digit >= radix) return null;
    code = Math.min(code * radix + digit, 0x110000);
  }
  return isXmlCharacter(code) ? String.fromCodePoint(code) : null;
}

/** The line ends that are read as LF. */
const LINE_ENDS = ["\r\n", "\r"];
/** What is read as a space in an attribute. */
const ATTRIBUTE_SPACES = ["\r\n", "\r", "\n", "\t"];

/** Element text as it was meant: line ends become LF (§2.11), then references are read. It has been checked before. */
export function readXmlText(raw: string): string {
  return readReferences(raw, readXmlCdata);
}

/** The inside of a CDATA section: line ends become LF (§2.11), and nothing else is read. */
export function readXmlCdata(raw: string): string {
  return replaceTexts(raw, LINE_ENDS, "\n");
}

/** An element's text, of pieces that have been read: without the white space at its ends. */
export function readXmlElement(pieces: readonly string[]): string {
  const joined = pieces.join("");
  const { start, end } = trimmedRange(joined, 0, joined.length);
  return joined.slice(start, end);
}

/** An attribute's value, normalised as one of type CDATA (§3.3.3). It has been checked before. */
export function readXmlAttribute(raw: string): string {
  return readReferences(raw, (literal) => replaceTexts(literal, ATTRIBUTE_SPACES, " "));
}

/** What references stand for is taken as it is; `readLiteral` sees only what lies between them. */
function readReferences(raw: string, readLiteral: (literal: string) => string): string {
  let at = raw.indexOf("&");
  if (at < 0) return readLiteral(raw);
  const pieces = new TextPieces();
  let from = 0;
  while (at >= 0) {
    const end = raw.indexOf(";", at);
    pieces.add(readLiteral(raw.slice(from, at)));
    pieces.add(readXmlReference(raw.slice(at + 1, end)) ?? "");
    from = end + 1;
    at = raw.indexOf("&", from);
  }
  pieces.add(readLiteral(raw.slice(from)));
  return pieces.text();
}
