/*
 * The fields of an answer, as somebody sees them who looks at it: JSON, XML or a form, read well enough for careless rules.
 */

/**
 * @typedef {object} SampleField
 * @property {string} written the field as a mapping writes it
 * @property {string} name
 * @property {string} value its text; empty for null, an empty list and an empty object
 */

const ELEMENT = /<([A-Za-z_][\w.-]*)((?:\s[^<>]*?)?)(?:\/>|>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<>]*))<\/\1>)/g;
const ATTRIBUTE = /<[A-Za-z_][\w.:-]*(\s[^<>]*?)\/?>/g;
const NAME_AND_VALUE = /([A-Za-z_][\w.-]*)=(?:"([^"]*)"|'([^']*)')/g;
const FORM = /^[\w.[\]%-]+=[^&=\r\n]*(?:&[\w.[\]%-]+=[^&=\r\n]*)+$/;

/**
 * @param {string} body
 * @returns {readonly SampleField[]} in the order of the answer; none of a body of another form
 */
export function fieldsOf(body) {
  const text = body.replace(/^\uFEFF/, "").trim();
  if (/^[{[]/.test(text)) return jsonFields(text);
  if (/^<(?!!doctype|html)/i.test(text)) return xmlFields(text);
  return FORM.test(text) ? formFields(text) : [];
}

/** @param {string} text @returns {readonly SampleField[]} */
function jsonFields(text) {
  try {
    return visited(JSON.parse(text), "$", "", 0);
  } catch {
    return [];
  }
}

/**
 * @param {unknown} value
 * @param {string} path
 * @param {string} name
 * @param {number} depth nobody looks deeper than a few levels
 * @returns {readonly SampleField[]}
 */
function visited(value, path, name, depth) {
  if (typeof value !== "object" || value === null)
    return name === ""
      ? []
      : [{ written: `json ${quoted(path)}`, name, value: value === null ? "" : String(value) }];
  const members = Array.isArray(value)
    ? value.slice(0, 1).map((element) => /** @type {const} */ ([`${path}[0]`, name, element]))
    : Object.entries(value).map(
        ([key, member]) => /** @type {const} */ ([`${path}${step(key)}`, key, member]),
      );
  if (members.length === 0) return name === "" ? [] : [{ written: `json ${quoted(path)}`, name, value: "" }];
  return depth > 4 ? [] : members.flatMap(([inner, key, member]) => visited(member, inner, key, depth + 1));
}

/** @param {string} name */
function step(name) {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `['${name.replaceAll("'", "\\'")}']`;
}

/** @param {string} text @returns {readonly SampleField[]} */
function xmlFields(text) {
  const attributes = [...text.matchAll(ATTRIBUTE)].flatMap(([tag, inside = ""]) =>
    tag.startsWith("<?")
      ? []
      : [...inside.matchAll(NAME_AND_VALUE)]
          .filter(([, name = ""]) => !name.startsWith("xmlns") && name !== "version" && name !== "encoding")
          .map(([, name = "", double, single]) => ({
            written: `xml ${quoted(`//@${name}`)}`,
            name,
            value: double ?? single ?? "",
          })),
  );
  const elements = [...text.matchAll(ELEMENT)].map(([, name = "", , cdata, inside]) => ({
    written: `xml ${quoted(`//${name}`)}`,
    name,
    value: (cdata ?? inside ?? "").trim(),
  }));
  return [...elements, ...attributes];
}

/** @param {string} text @returns {readonly SampleField[]} */
function formFields(text) {
  return [...new URLSearchParams(text)].map(([name, value]) => ({
    written: `form ${quoted(name)}`,
    name,
    value,
  }));
}

/**
 * A text as a mapping file writes it; its asterisks stay as they are.
 *
 * @param {string} text
 */
export function quoted(text) {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t");
  return escaped.includes("'") ? `"${escaped.replaceAll('"', '\\"')}"` : `'${escaped}'`;
}
