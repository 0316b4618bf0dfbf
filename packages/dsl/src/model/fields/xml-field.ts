import type { LocalFinding } from "../../findings/finding.js";
import { bareInWords, type Phrase, words } from "../../findings/phrase.js";
import type { Picked } from "../../runtime/picked.js";
import { trimmedRange } from "../../runtime/text-matching.js";
import { isXmlCharacter } from "../../runtime/xml-characters.js";
import { pickXml } from "../../runtime/xml-field.js";
import type { XmlPath, XmlStep } from "../../runtime/xml-steps.js";
import { plainText } from "../../syntax/text-literal.js";
import type { FieldPartNode } from "../../syntax/tree.js";
import { foldText } from "../../text/case-folding.js";
import { readXmlPath, writeXmlPath } from "../xml-path.js";
import type { FieldBase, ReadableText } from "./field-base.js";
import { type Data, MOST_STEPS, type PartDescription } from "./field-description.js";
import { lowerPath } from "./lowered-path.js";

/** `xml "PATH"`: the elements or attributes that a path leads to in a body that is XML. */
export interface XmlField extends FieldBase {
  readonly kind: "xml";
  readonly path: XmlPath;
  /** The path as the file has it. */
  readonly written: string;
}

const NO_PATH: XmlPath = { steps: [], attribute: null };

export function lowerXmlField(
  { path: node, span }: Extract<FieldPartNode, { kind: "xml" }>,
  findings: LocalFinding[],
): XmlField {
  const written = plainText(node.pieces);
  const path = lowerPath("xml", node, written, readXmlPath(written), findings) ?? NO_PATH;
  const key = `xml ${writeXmlPath(path)}`;
  return { kind: "xml", path, written, key, span, textSpans: [node.span], nameSpan: node.span };
}

export function pickXmlField({ path }: XmlField, { body }: ReadableText): readonly Picked[] {
  return pickXml(body, path);
}

export class XmlFieldDescription implements PartDescription<"xml", "pickXml"> {
  readonly kind = "xml";
  readonly key: string;
  readonly path: XmlPath;

  constructor({ key, path }: XmlField) {
    this.key = key;
    this.path = path;
  }

  get call() {
    return { name: "pickXml", reads: "text", arguments: [writtenPath(this.path)] } as const;
  }

  get form() {
    return { xml: writtenPath(this.path) };
  }

  get searchedTexts() {
    return [];
  }

  get neededTexts() {
    const { steps, attribute } = this.path;
    return [...steps, ...(attribute === null ? [] : [attribute])].map(({ name }) => foldText(name));
  }

  get escapeMark() {
    return null;
  }

  readonly noun = "field";
  readonly format = "xml";

  surelyCanPick(text: string): boolean {
    const { steps, attribute } = this.path;
    const { start, end } = trimmedRange(text, 0, text.length);
    // `xmlns` without a prefix declares a namespace and is no attribute.
    if (steps.length > MOST_STEPS || attribute?.name === "xmlns" || end - start < text.length) return false;
    return Array.from(text).every((character) => isXmlCharacter(character.codePointAt(0) ?? 0));
  }

  /** A document has one outermost element; of all others, and of attributes by their local names, there can be more. */
  get picksOneAtMost() {
    const { steps, attribute } = this.path;
    return attribute === null && steps.length === 1 && steps[0]?.deep === false;
  }
}

function writtenPath({ steps, attribute }: XmlPath): { readonly [name: string]: Data } {
  return { steps: steps.map(writtenStep), attribute: attribute === null ? null : writtenStep(attribute) };
}

function writtenStep({ deep, name }: XmlStep): { readonly [name: string]: Data } {
  return { deep, name };
}

/** `the element //result`. */
export function xmlFieldInWords({ path, written }: XmlField): readonly Phrase[] {
  return [words(path.attribute === null ? "the element " : "the attribute "), bareInWords(written)];
}
