import { writeXmlAttribute, writeXmlText } from "../bodies/xml-text.js";
import { type WritingStyle, writeCharacters } from "./writing-style.js";
import type { XmlContent, XmlTree } from "./xml-tree.js";

/** The element as it is written. */
export function writeXmlTree(element: XmlTree, style: WritingStyle): string {
  const attributes = element.attributes
    .map(({ name, text }) => ` ${name}="${writeAttributeText(text, style)}"`)
    .join("");
  const start = `<${element.name}${attributes}`;
  if (element.content.length === 0) return `${start}/>`;
  const content = element.content.map((own) => writeXmlContent(own, style)).join("");
  return `${start}>${content}</${element.name}>`;
}

function writeXmlContent(content: XmlContent, style: WritingStyle): string {
  return typeof content === "string" ? writeElementText(content, style) : writeXmlTree(content, style);
}

/** A text as an element has it; `]]>` stands in no element, and a carriage return would be read as a line feed. */
function writeElementText(text: string, style: WritingStyle): string {
  return writeCharacters(
    text,
    style,
    (character) => (character === ">" ? "&gt;" : writeReturn(writeXmlText(character))),
    reference,
  );
}

/** Other white space than blanks would be read as a blank. */
function writeAttributeText(text: string, style: WritingStyle): string {
  const asNeeded = (character: string) =>
    /[\t\n\r]/.test(character) ? reference(character) : writeXmlAttribute(character);
  return writeCharacters(text, style, asNeeded, reference);
}

function writeReturn(written: string): string {
  return written === "\r" ? reference(written) : written;
}

function reference(character: string): string {
  return `&#${character.codePointAt(0) ?? 0};`;
}
