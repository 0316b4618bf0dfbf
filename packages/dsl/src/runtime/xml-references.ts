import { hexadecimalValue } from "./hexadecimal.js";
import { trimmedRange } from "./text-matching.js";
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

/** Element text as it was meant: line ends become LF (§2.11), then references are read. It has been checked before. */
export function readXmlText(raw: string): string {
  return readReferences(raw, readXmlCdata);
}

/** The inside of a CDATA section: line ends become LF (§2.11), and nothing else is read. */
export function readXmlCdata(raw: string): string {
  return raw.replace(/\r\n?/g, "\n");
}

/** An element's text, of pieces that have been read: without the white space at its ends. */
export function readXmlElement(pieces: readonly string[]): string {
  const joined = pieces.join("");
  const { start, end } = trimmedRange(joined, 0, joined.length);
  return joined.slice(start, end);
}

/** An attribute's value, normalised as one of type CDATA (§3.3.3). It has been checked before. */
export function readXmlAttribute(raw: string): string {
  return readReferences(raw, (literal) => literal.replace(/\r\n|[\t\n\r]/g, " "));
}

/** So many pieces of a text are put together at a time. */
const MANY_PIECES = 10000;

/** What references stand for is taken as it is; `readLiteral` sees only what lies between them. */
function readReferences(raw: string, readLiteral: (literal: string) => string): string {
  let text = "";
  const pieces: string[] = [];
  let from = 0;
  for (let at = raw.indexOf("&"); at !== -1; at = raw.indexOf("&", from)) {
    const end = raw.indexOf(";", at);
    pieces.push(readLiteral(raw.slice(from, at)), readXmlReference(raw.slice(at + 1, end)) ?? "");
    from = end + 1;
    // There can be more than an engine has room for in a list.
    if (pieces.length < MANY_PIECES) continue;
    text += pieces.join("");
    pieces.length = 0;
  }
  pieces.push(readLiteral(raw.slice(from)));
  return text + pieces.join("");
}
