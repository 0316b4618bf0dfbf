import type { FieldPart } from "@responses/dsl";
import type { Random } from "./random.js";
import { filler, inOtherCase, randomCharacter } from "./random-texts.js";

type JsonPath = Extract<FieldPart, { readonly kind: "json" }>["path"];
type XmlPath = Extract<FieldPart, { readonly kind: "xml" }>["path"];
type BetweenField = Extract<FieldPart, { readonly kind: "between" }>;

/** A text and the part of the body by which it should be picked; null for anywhere. */
export interface WantedText {
  readonly field: FieldPart | null;
  readonly text: string;
}

/** A body in the form that parts of a kind read, in which the wishes of that kind come true. */
export function bodyOfKind(kind: FieldPart["kind"], wishes: readonly WantedText[], random: Random): string {
  switch (kind) {
    case "json":
      return jsonBody(wishes, random);
    case "xml":
      return xmlBody(wishes, random);
    case "form":
      return formBody(wishes, random);
    case "split":
      return splitBody(wishes, random);
    case "between":
      return markedBody(wishes, random);
  }
}

/* Texts that are cut */

function splitBody(wishes: readonly WantedText[], random: Random): string {
  const fields = wishes.flatMap(({ field }) => (field?.kind === "split" ? [field] : []));
  const separator = fields[0]?.separator.text ?? ",";
  const parts = random.several(1, 4, () => filler(random));
  for (const { field, text } of wishes) {
    const part = field?.kind === "split" ? field.part : 1;
    const index = part > 0 ? part - 1 : Math.max(0, parts.length + part);
    while (parts.length <= index) parts.push("");
    parts[index] = (field === null ? (parts[index] ?? "") : "") + text;
  }
  return parts.map((part) => random.pick(["", "", " "]) + part).join(inOtherCase(random, separator));
}

function markedBody(wishes: readonly WantedText[], random: Random): string {
  const pieces = wishes.map(({ field, text }) =>
    field?.kind === "between" ? markedText(field, text, random) : text,
  );
  return filler(random) + pieces.join(filler(random)) + filler(random);
}

/** The text between its markers; now and then what should end it is not there, or is there twice. */
function markedText({ open, closing }: BetweenField, text: string, random: Random): string {
  const closers = closing.kind === "last" ? [closing.closer] : closing.closers;
  const ends = random.several(0, random.pick([1, 1, 2]), () =>
    closers.length === 0 ? "" : blank(random) + inOtherCase(random, random.pick(closers).text),
  );
  return inOtherCase(random, open.text) + blank(random) + text + ends.join(filler(random));
}

/* Forms */

function formBody(wishes: readonly WantedText[], random: Random): string {
  const pieces = wishes.map(({ field, text }) => {
    const name = field?.kind === "form" ? field.name : randomCharacter(random);
    const value = writeFormText(text, random);
    return value === "" && random.chance(0.3)
      ? writeFormText(name, random)
      : `${writeFormText(name, random)}=${value}`;
  });
  while (random.chance(0.3))
    pieces.splice(random.integer(0, pieces.length), 0, random.pick(["", "x", "x=1"]));
  const written = pieces.map(
    (piece, index) => (index === 0 ? "" : random.chance(0.15) ? "&amp;" : "&") + piece,
  );
  return blank(random) + written.join("") + blank(random);
}

/** As a form has it: what must be escaped, and as it comes much else or nothing. */
function writeFormText(text: string, random: Random): string {
  const eagerness = random.pick(EAGERNESSES);
  const plusForSpace = random.pick([0, 0.7, 1, 1]);
  let written = "";
  for (const character of text) {
    const must = /[&=+%\s\ufeff]/.test(character);
    if (character === " " && random.chance(plusForSpace)) written += "+";
    else if (must ? random.chance(0.9) : random.chance(eagerness)) written += escapedBytes(character, random);
    else written += character;
  }
  return written;
}

/** How likely what need not be escaped is. */
const EAGERNESSES = [0, 0, 0, 0.03, 0.1, 0.5, 1] as const;

function escapedBytes(character: string, random: Random): string {
  return Array.from(new TextEncoder().encode(character), (byte) => {
    const digits = byte.toString(16).padStart(2, "0");
    return `%${random.chance(0.5) ? digits : digits.toUpperCase()}`;
  }).join("");
}

/* JSON */

type JsonNode =
  | { readonly kind: "value"; readonly written: string }
  | { readonly kind: "array"; readonly elements: JsonNode[] }
  | { readonly kind: "object"; readonly members: [name: string, value: JsonNode][] };

/** A JSON document in which the paths of the wishes lead to their texts; those without one stand in some member. */
function jsonBody(wishes: readonly WantedText[], random: Random): string {
  let root: JsonNode | null = null;
  for (const { field, text } of wishes) {
    const path: JsonPath =
      field?.kind === "json" ? field.path : [{ kind: "name", name: randomCharacter(random) }];
    root = withJsonValue(root, path, { kind: "value", written: writtenValue(text, random) }, random);
  }
  return blank(random) + writeNode(root ?? { kind: "object", members: [] }, random) + blank(random);
}

function withJsonValue(node: JsonNode | null, path: JsonPath, value: JsonNode, random: Random): JsonNode {
  const [segment, ...rest] = path;
  if (segment === undefined) return value;
  if (segment.kind === "name" || (segment.kind === "all" && random.chance(0.5))) {
    const name = segment.kind === "name" ? segment.name : randomCharacter(random);
    const members = node?.kind === "object" ? node.members : [];
    const known = members.find(([own]) => own === name);
    const child = withJsonValue(known?.[1] ?? null, rest, value, random);
    if (known === undefined || random.chance(0.1)) members.push([name, child]);
    else known[1] = child;
    return { kind: "object", members };
  }
  const elements = node?.kind === "array" ? node.elements : random.several(0, 2, () => fillerValue(random));
  const wanted = segment.kind === "index" ? segment.index : random.integer(0, 2);
  while (elements.length < (wanted < 0 ? -wanted : wanted + 1)) elements.push(fillerValue(random));
  const index = wanted < 0 ? elements.length + wanted : wanted;
  elements[index] = withJsonValue(elements[index] ?? null, rest, value, random);
  return { kind: "array", elements };
}

function fillerValue(random: Random): JsonNode {
  return { kind: "value", written: random.pick(["null", "0", '""', "[]", "{}", "true", "1.0", '"x"']) };
}

/** A text as a value that picks it: where it can be, sometimes as the number or word that it looks like. */
function writtenValue(text: string, random: Random): string {
  const bare = /^(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)$/.test(text);
  if (bare && random.chance(0.6)) return text;
  if (text === "" && random.chance(0.3)) return random.pick(["[]", "{}", "null"]);
  return writeJsonString(text, random);
}

function writeJsonString(text: string, random: Random): string {
  const eagerness = random.pick(EAGERNESSES);
  let written = '"';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const must = character < " " || character === '"' || character === "\\";
    written += must || random.chance(eagerness) ? escapedUnit(character, random) : character;
  }
  return `${written}"`;
}

/** As an escape of JSON; what stands for half a character now and then as such. */
function escapedUnit(character: string, random: Random): string {
  if (/["\\/]/.test(character) && random.chance(0.8)) return `\\${character}`;
  if (character === "\n" && random.chance(0.5)) return "\\n";
  if (character === "\ufffd" && random.chance(0.7)) return random.pick(["\\ud800", "\\udc00"]);
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function writeNode(node: JsonNode, random: Random): string {
  const comma = () => `,${blank(random)}`;
  switch (node.kind) {
    case "value":
      return node.written;
    case "array":
      return `[${node.elements.map((element) => writeNode(element, random)).join(comma())}]`;
    case "object":
      return `{${node.members.map(([name, value]) => `${writeJsonString(name, random)}:${blank(random)}${writeNode(value, random)}`).join(comma())}}`;
  }
}

function blank(random: Random): string {
  return random.pick(["", "", "", " ", "\n  "]);
}

/* XML */

interface XmlElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  /** Texts are written already. */
  readonly content: (string | XmlElement)[];
}

/** An XML document in which the paths of the wishes lead to their texts; those without one stand in some element. */
function xmlBody(wishes: readonly WantedText[], random: Random): string {
  const first = wishes.flatMap(({ field }) => (field?.kind === "xml" ? [field.path] : []))[0]?.steps[0];
  const root = element(first === undefined || (first.deep && random.chance(0.7)) ? "r" : first.name);
  for (const { field, text } of wishes) {
    const path: XmlPath =
      field?.kind === "xml" ? field.path : { steps: [{ deep: true, name: "z" }], attribute: null };
    putXmlText(root, path, text, random);
  }
  const declaration = random.chance(0.2)
    ? `${blank(random)}<?xml version="1.0" encoding="UTF-8"?>${blank(random)}`
    : "";
  return declaration + writeElement(root, random) + random.pick(["", "", "\n", "<!-- end -->"]);
}

function element(name: string): XmlElement {
  return { name, attributes: new Map(), content: [] };
}

function putXmlText(root: XmlElement, { steps, attribute }: XmlPath, text: string, random: Random): void {
  let at = root;
  steps.forEach(({ deep, name }, index) => {
    const isRoot = index === 0 && name === root.name && (!deep || random.chance(0.5));
    if (isRoot) return;
    if (deep && random.chance(0.3)) at = child(at, random.pick(["x", "a", "p:x"]), random);
    at = child(at, random.chance(0.1) ? `p:${name}` : name, random);
  });
  if (attribute !== null) {
    const inner = attribute.deep && random.chance(0.4) ? child(at, "y", random) : at;
    inner.attributes.set(
      random.chance(0.1) ? `p:${attribute.name}` : attribute.name,
      writeXmlText(text, random, true),
    );
    return;
  }
  at.content.push(
    random.chance(0.1) && !text.includes("]]>") ? `<![CDATA[${text}]]>` : writeXmlText(text, random, false),
  );
}

function child(parent: XmlElement, name: string, random: Random): XmlElement {
  for (const item of parent.content) {
    if (typeof item !== "string" && item.name === name && random.chance(0.7)) return item;
  }
  const created = element(name);
  parent.content.push(created);
  return created;
}

function writeXmlText(text: string, random: Random, inAttribute: boolean): string {
  let written = "";
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const must =
      character === "<" ||
      character === "&" ||
      character === ">" ||
      (inAttribute && /["'\s]/.test(character));
    if (must || random.chance(0.03))
      written += random.pick([`&#${codePoint};`, `&#x${codePoint.toString(16)};`]);
    else written += character;
    if (!inAttribute && random.chance(0.02))
      written += random.pick(["<!-- x -->", "<?x y?>", "<i/>", "<![CDATA[]]>"]);
  }
  return written;
}

function writeElement({ name, attributes, content }: XmlElement, random: Random): string {
  const written = [...attributes].map(([attribute, value]) => ` ${attribute}="${value}"`).join("");
  if (content.length === 0) return `<${name}${written}/>`;
  const inside = content.map(
    (item) => filledBlank(random) + (typeof item === "string" ? item : writeElement(item, random)),
  );
  return `<${name}${written}>${inside.join("")}${filledBlank(random)}</${name}>`;
}

function filledBlank(random: Random): string {
  const text = random.chance(0.05) ? filler(random) : "";
  return random.pick(["", "", "", "\n  "]) + (/[<&>]/.test(text) ? "" : text);
}
