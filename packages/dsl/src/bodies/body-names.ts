import { writeJsonPath } from "../model/json-path.js";
import { decodeFormText, formPieces } from "../runtime/form-field.js";
import { scanXml, type XmlListener } from "../runtime/xml-scanner.js";
import { isNamespaceDeclaration, xmlLocalName } from "../runtime/xml-steps.js";
import { writeString } from "../syntax/text-literal.js";
import { type JsonMember, jsonPathTo } from "./json-outline.js";
import { outlineLines } from "./line-outline.js";
import { writeField } from "./written-field.js";

/** A stretch of a body that is a part's name: a member's, an element's, an attribute's, or a name of a form. */
export interface BodyName {
  /** The name with all that belongs to it: `{"name": `, `<name`, `</name>`, ` name="`. */
  readonly from: number;
  readonly to: number;
  readonly name: string;
  /** Gives the field that has the name, as a file writes it; null for the name in an end tag and for
   * a declaration, which name nothing that can be picked. */
  readonly write: (() => string) | null;
}

/** The names of a JSON body's members. */
export function namesOfJson(members: readonly JsonMember[]): readonly BodyName[] {
  return members.map(({ location, name, from, to }) => ({
    from,
    to,
    name,
    write: () => writeField("json", writeJsonPath(jsonPathTo(location))),
  }));
}

/** The names of an XML body's elements and attributes, in its order; null for a body that cannot be read as XML. */
export function namesOfXml(body: string): readonly BodyName[] | null {
  const listener = new XmlNames();
  return scanXml(body, listener) === null ? listener.names : null;
}

/** The names of a body that is read as a form. */
export function namesOfForm(body: string): readonly BodyName[] {
  return Array.from(formPieces(body), ({ start, nameEnd, valueStart }) => {
    const name = decodeFormText(body.slice(start, nameEnd));
    return { from: start, to: valueStart, name, write: () => `form ${writeString([name])}` };
  });
}

/** The names of a body that is lines of names and values. */
export function namesOfLines(body: string): readonly BodyName[] {
  return outlineLines(body).map(({ name, opener, from, start }) => ({
    from,
    to: start,
    name,
    write: () => `between ${writeString([opener])} and "\\n", end`,
  }));
}

class XmlNames implements XmlListener {
  readonly names: BodyName[] = [];
  readonly #open: string[] = [];
  /** Behind the name or the attribute that was told last. */
  #behind = 0;

  opens(name: string, start: number): void {
    const local = xmlLocalName(name);
    this.#open.push(local);
    this.#behind = start + 1 + name.length;
    const write = () => writeField("xml", `//${local}`);
    this.names.push({ from: start, to: this.#behind, name: local, write });
  }

  attribute(name: string, start: number, end: number): void {
    const local = xmlLocalName(name);
    const element = this.#open.at(-1) ?? "";
    const write = isNamespaceDeclaration(name) ? null : () => writeField("xml", `//${element}/@${local}`);
    this.names.push({ from: this.#behind, to: start, name: local, write });
    this.#behind = end + 1;
  }

  content(): void {}

  text(): void {}

  cdata(): void {}

  closes(contentEnd: number, end: number): void {
    const name = this.#open.pop() ?? "";
    // An element that is closed in its start tag has no end tag.
    if (end > contentEnd) this.names.push({ from: contentEnd, to: end, name, write: null });
  }
}
