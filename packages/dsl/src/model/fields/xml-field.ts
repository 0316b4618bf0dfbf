import { bareInWords, type Phrase, words } from "../../findings/phrase.js";
import type { Picked } from "../../runtime/picked.js";
import { isXmlCharacter } from "../../runtime/xml-characters.js";
import { pickXml } from "../../runtime/xml-field.js";
import type { XmlPath, XmlStep } from "../../runtime/xml-steps.js";
import { foldText } from "../../text/case-folding.js";
import { isTrimmed } from "../../text/trimmed.js";
import { readXmlPath, writeXmlPath } from "../xml-path.js";
import type { ReadableText } from "./field-base.js";
import { MOST_STEPS, type PartDescription } from "./field-description.js";
import { type PathField, PathFieldDescription, pathFieldsIn } from "./path-field.js";

/** `xml "PATH"`: the elements or attributes that a path leads to in a body that is XML. */
export type XmlField = PathField<"xml", XmlPath>;

export const lowerXmlField = pathFieldsIn<"xml", XmlPath>({
  kind: "xml",
  read: readXmlPath,
  write: writeXmlPath,
  none: { steps: [], attribute: null },
});

export function pickXmlField({ path }: XmlField, { body }: ReadableText): readonly Picked[] {
  return pickXml(body, path);
}

export class XmlFieldDescription
  extends PathFieldDescription<"xml", XmlPath>
  implements PartDescription<"xml", "pickXml">
{
  get call() {
    return { name: "pickXml", reads: "text", arguments: [writtenPath(this.path)] } as const;
  }

  get form() {
    return { xml: writtenPath(this.path) };
  }

  get neededTexts() {
    const { steps, attribute } = this.path;
    return [...steps, ...(attribute === null ? [] : [attribute])].map(({ name }) => foldText(name));
  }

  get escapes() {
    return null;
  }

  surelyCanPick(text: string): boolean {
    const { steps, attribute } = this.path;
    // `xmlns` without a prefix declares a namespace and is no attribute.
    if (steps.length > MOST_STEPS || attribute?.name === "xmlns" || !isTrimmed(text)) return false;
    return Array.from(text).every((character) => isXmlCharacter(character.codePointAt(0) ?? 0));
  }

  /** A document has one outermost element; of all others, and of attributes by their local names, there can be more. */
  get picksOneAtMost() {
    const { steps, attribute } = this.path;
    return attribute === null && steps.length === 1 && steps[0]?.deep === false;
  }
}

function writtenPath({ steps, attribute }: XmlPath) {
  return { steps: steps.map(writtenStep), attribute: attribute === null ? null : writtenStep(attribute) };
}

function writtenStep({ deep, name }: XmlStep) {
  return { deep, name };
}

/** `the element //result`. */
export function xmlFieldInWords({ path, written }: XmlField): readonly Phrase[] {
  return [words(path.attribute === null ? "the element " : "the attribute "), bareInWords(written)];
}
