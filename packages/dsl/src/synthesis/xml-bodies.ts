import { InnerText } from "../model/fields/inner-text.js";
import { MESSAGE_NAMES } from "./message-names.js";
import { textsMissing } from "./picked-wishes.js";
import { NATURAL_STYLE, type WritingStyle } from "./writing-style.js";
import { emptyElement, withAppended, withAttribute, type XmlTree } from "./xml-tree.js";
import { writeXmlTree } from "./xml-writing.js";

/** Bodies of the document that hold the texts besides: in an element, an attribute, or a comment, or as elements of it. */
export function* xmlBodies(root: XmlTree, texts: readonly string[], style: WritingStyle): Generator<string> {
  const plain = writeXmlTree(root, style);
  const missing = textsMissing(texts, new InnerText(plain));
  if (missing.length === 0) {
    yield plain;
    return;
  }
  const said = missing.join(" ");
  for (const name of MESSAGE_NAMES) {
    const element = { ...emptyElement(name), content: [said] };
    // The message is what a keyword is looked for in: it is never escaped.
    yield withMarkup(root, writeXmlTree(element, NATURAL_STYLE), style);
  }
  yield withMarkup(root, missing.map(elementAround).join(""), style);
  for (const name of MESSAGE_NAMES) yield writeXmlTree(withAttribute(root, name, said), style);
  yield `${plain}<!-- ${said} -->`;
}

/** With markup as it is behind all that the outermost element holds. */
function withMarkup(root: XmlTree, markup: string, style: WritingStyle): string {
  const mark = emptyElement("m");
  const written = writeXmlTree(withAppended(root, mark), style);
  const end = written.lastIndexOf("<m/>");
  return written.slice(0, end) + markup + written.slice(end + "<m/>".length);
}

/** Markup that holds a text as it is, where it is a piece of such: its tags closed and opened. */
function elementAround(text: string): string {
  const open: string[] = [];
  let before = "";
  for (const [, slash = "", name = "", empty = ""] of text.matchAll(/<(\/?)([\w:.-]+)[^<>]*?(\/?)>/g)) {
    if (empty !== "") continue;
    if (slash === "") open.push(name);
    else if (open.at(-1) === name) open.pop();
    else before = `<${name}>${before}`;
  }
  const behind = open.reverse().map((name) => `</${name}>`);
  return before + text + behind.join("");
}
