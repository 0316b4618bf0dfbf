import { XMLParser } from "fast-xml-parser";
import { SaxesParser } from "saxes";

/*
 * How one would read fields of XML with a parser: each gives the texts of the elements /response/result/NAME.
 */

/** @typedef {(body: string) => readonly unknown[]} FieldReader */

/**
 * @typedef {object} TNode
 * @property {string} tagName
 * @property {readonly (TNode | string)[]} children
 */

// Its declarations leave out how the files that they name end, so that a strict compiler finds nothing in them.
const { parse } = /** @type {{ parse: (body: string) => readonly (TNode | string)[] }} */ (
  /** @type {unknown} */ (await import("txml"))
);

/**
 * @param {readonly string[]} names
 * @returns {Readonly<Record<string, FieldReader>>}
 */
export function xmlReaders(names) {
  return {
    saxes: (body) => readWithSaxes(body, names),
    "fast-xml-parser": fastXmlReader(names),
    txml: (body) => readWithTxml(body, names),
  };
}

/**
 * @param {string} body
 * @param {readonly string[]} names
 */
function readWithSaxes(body, names) {
  /** @type {string[]} */
  const values = [];
  const path = ["response", "result"];
  let depth = 0;
  let onPath = 0;
  let field = -1;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (depth === onPath && name === path[depth]) onPath++;
    else if (depth === 2 && onPath === 2) field = names.indexOf(name);
    depth++;
  });
  parser.on("text", (text) => {
    if (field >= 0) values[field] = (values[field] ?? "") + text;
  });
  parser.on("closetag", () => {
    depth--;
    if (depth === 2) field = -1;
    if (depth < onPath) onPath = depth;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(body).close();
  return values;
}

/** @param {readonly string[]} names */
function fastXmlReader(names) {
  const parser = new XMLParser({ parseTagValue: false });
  return (/** @type {string} */ body) => {
    const result = parser.parse(body)?.response?.result;
    return names.map((name) => result?.[name]);
  };
}

/**
 * @param {readonly (TNode | string)[]} nodes
 * @param {string} name
 * @returns {readonly (TNode | string)[]} what stands in the first element of the name
 */
function insideOf(nodes, name) {
  for (const node of nodes) if (typeof node !== "string" && node.tagName === name) return node.children;
  return [];
}

/**
 * @param {string} body
 * @param {readonly string[]} names
 */
function readWithTxml(body, names) {
  const result = insideOf(insideOf(parse(body), "response"), "result");
  return names.map((name) => insideOf(result, name)[0]);
}
