import { SaxesParser } from "saxes";
// Imports internals: what compiled modules carry is compared with an independent reference by itself.
import type { XmlPath, XmlStep } from "../../src/runtime/xml-field.js";

type Node = string | Element;

interface Element {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: Node[];
}

const DEEPEST = 1000;

/**
 * The meaning of an XML path by way of saxes (XML 1.0 fifth edition, namespaces off); null for what it cannot read.
 * What differs on purpose is said here: white space before the document goes, an internal subset refuses it (of other
 * document type declarations saxes looks at nothing, so their grammar stands here), a byte order mark in a text is a character like any other (saxes skips one), and there is a bound to the depth.
 */
export function referenceXmlPicks(body: string, path: XmlPath): readonly string[] | null {
  const root = parse(body);
  if (root === null) return null;
  const owners: readonly Element[] = path.steps.reduce(stepFrom, [
    { name: "", attributes: [], children: [root] },
  ]);
  const { attribute } = path;
  const inOrder = descendantsOf(root);
  if (attribute === null) return outermost(inOrder.filter((element) => owners.includes(element))).map(textOf);
  const holders = attribute.deep
    ? owners.flatMap((owner) => [owner, ...owner.children.flatMap(elementsIn)])
    : owners;
  return inOrder
    .filter((element) => holders.includes(element))
    .flatMap((element) => element.attributes)
    .filter(([name]) => name !== "xmlns" && !name.startsWith("xmlns:") && localName(name) === attribute.name)
    .map(([, value]) => value);
}

/** Whether the body has `<?target?` without `>`, which saxes takes for white space and the standard ([16]) does not. */
export function hasLooseInstruction(body: string): boolean {
  return /<\?[^ \t\r\n?]+\?(?!>)/.test(body);
}

function parse(body: string): Element | null {
  const document: Element = { name: "", attributes: [], children: [] };
  const open: Element[] = [document];
  let readable = true;
  const refuse = () => {
    readable = false;
  };
  const add = (node: Node) => open.at(-1)?.children.push(node);
  const parser = new SaxesParser({ defaultXMLVersion: "1.0", forceXMLVersion: true });
  parser.on("error", refuse);
  let doctypes = 0;
  parser.on("doctype", (declaration) => {
    doctypes++;
    if (doctypes > 1 || !DOCTYPE.test(declaration)) refuse();
  });
  parser.on("text", add);
  parser.on("cdata", add);
  parser.on("opentag", ({ name, attributes }) => {
    const element: Element = { name, attributes: Object.entries(attributes), children: [] };
    add(element);
    open.push(element);
    if (open.length > DEEPEST + 1) refuse();
  });
  parser.on("closetag", () => open.pop());
  parser.write(body.replace(/^[\t-\r \ufeff]+/, "")).close();
  return readable ? (document.children.find((node) => typeof node !== "string") ?? null) : null;
}

/** What stands between `<!DOCTYPE` and `>` ([28], [75], [11] to [13]), without an internal subset. */
const DOCTYPE = (() => {
  const space = "[ \\t\\r\\n]";
  const start =
    ":A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
  const name = `[${start}][${start}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*`;
  const literal = `(?:"[^"]*"|'[^']*')`;
  const identifier = `(?:"[-' \\r\\na-zA-Z0-9()+,./:=?;!*#@$_%]*"|'[- \\r\\na-zA-Z0-9()+,./:=?;!*#@$_%]*')`;
  const external = `${space}+(?:SYSTEM|PUBLIC${space}+${identifier})${space}+${literal}`;
  return new RegExp(`^${space}+${name}(?:${external})?${space}*$`, "u");
})();

function elementsIn(node: Node): readonly Element[] {
  return typeof node === "string" ? [] : descendantsOf(node);
}

/** The element itself and all inside it, in document order. */
function descendantsOf(element: Element): readonly Element[] {
  return [element, ...element.children.flatMap(elementsIn)];
}

function stepFrom(from: readonly Element[], { deep, name }: XmlStep): readonly Element[] {
  const reached = from.flatMap((element) =>
    deep ? element.children.flatMap(elementsIn) : element.children.filter((node) => typeof node !== "string"),
  );
  return reached.filter((element) => localName(element.name) === name);
}

function outermost(elements: readonly Element[]): readonly Element[] {
  const inner = new Set(elements.flatMap((element) => element.children.flatMap(elementsIn)));
  return elements.filter((element) => !inner.has(element));
}

function textOf(element: Element): string {
  return rawText(element).replace(/^[\t-\r \ufeff]+|[\t-\r \ufeff]+$/g, "");
}

function rawText(node: Node): string {
  return typeof node === "string" ? node : node.children.map(rawText).join("");
}

function localName(name: string): string {
  return name.replace(/^[^:]*:/, "");
}
