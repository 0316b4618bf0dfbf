import type { LocalFinding } from "../../findings/finding.js";
import type { Picked } from "../../runtime/picked.js";
import { pickXml } from "../../runtime/xml-field.js";
import type { XmlPath, XmlStep } from "../../runtime/xml-steps.js";
import { plainText } from "../../syntax/text-literal.js";
import type { FieldNode } from "../../syntax/tree.js";
import { foldText } from "../../text/case-folding.js";
import { readXmlPath, writeXmlPath } from "../xml-path.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import type { Data, FieldDescription } from "./field-description.js";
import { lowerPath } from "./lowered-path.js";

/** `xml "PATH"`: the elements or attributes that a path leads to in a body that is XML. */
export interface XmlField extends FieldBase {
  readonly kind: "xml";
  readonly path: XmlPath;
  /** The path as the file has it. */
  readonly written: string;
}

export interface XmlFieldDescription extends FieldDescription<"xml", "pickXml"> {
  readonly path: XmlPath;
}

const NO_PATH: XmlPath = { steps: [], attribute: null };

export function lowerXmlField(
  { path: node, span }: Extract<FieldNode, { kind: "xml" }>,
  findings: LocalFinding[],
): XmlField {
  const written = plainText(node.pieces);
  const path = lowerPath("xml", node, written, readXmlPath(written), findings) ?? NO_PATH;
  const key = `xml ${writeXmlPath(path)}`;
  return { kind: "xml", path, written, key, span, textSpan: node.span, nameSpan: node.span };
}

export function pickXmlField({ path }: XmlField, { body }: ReadableText): readonly Picked[] {
  return pickXml(body, path);
}

export function describeXmlField({ key, path }: XmlField): XmlFieldDescription {
  const { steps, attribute } = path;
  const written = {
    steps: steps.map(writtenStep),
    attribute: attribute === null ? null : writtenStep(attribute),
  };
  const [first, ...others] = steps;
  return {
    kind: "xml",
    key,
    path,
    call: { name: "pickXml", reads: "text", arguments: [written] },
    form: { xml: written },
    searchedTexts: [],
    neededTexts: [...steps, ...(attribute === null ? [] : [attribute])].map(({ name }) => foldText(name)),
    escapeMark: null,
    // A document has one outermost element; of all others, and of attributes by their local names, there can be more.
    picksOneAtMost: first?.deep === false && others.length === 0 && attribute === null,
  };
}

function writtenStep({ deep, name }: XmlStep): { readonly [name: string]: Data } {
  return { deep, name };
}
