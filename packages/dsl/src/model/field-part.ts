import type { LocalFinding } from "../findings/finding.js";
import type { Phrase } from "../findings/phrase.js";
import { quoted } from "../findings/quoted.js";
import type { BodyFault, Picked } from "../runtime/picked.js";
import { xmlFault } from "../runtime/xml-field.js";
import type { FieldPartNode } from "../syntax/tree.js";
import {
  type BetweenField,
  BetweenFieldDescription,
  betweenFieldInWords,
  lowerBetweenField,
  pickBetweenField,
  showBetweenField,
} from "./fields/between-field.js";
import type { ReadableText } from "./fields/field-base.js";
import {
  type FormField,
  FormFieldDescription,
  formFieldInWords,
  lowerFormField,
  pickFormField,
} from "./fields/form-field.js";
import {
  faultOfJson,
  type JsonField,
  JsonFieldDescription,
  jsonFieldInWords,
  lowerJsonField,
  pickJsonField,
} from "./fields/json-field.js";
import {
  lowerSplitField,
  pickSplitField,
  type SplitField,
  SplitFieldDescription,
  showSplitField,
  splitFieldInWords,
} from "./fields/split-field.js";
import {
  lowerXmlField,
  pickXmlField,
  type XmlField,
  XmlFieldDescription,
  xmlFieldInWords,
} from "./fields/xml-field.js";

/*
 * The kinds of parts of a body. What differs between them stands in fields/, one file a kind, and here they come together.
 */

/** One part of the body that is picked, by the word that names it (docs/language.md, Fields). */
export type FieldPart = JsonField | XmlField | FormField | SplitField | BetweenField;

export type FieldPartKind = FieldPart["kind"];

/** What is to be known of a part, without its place. */
export type DescribedPart =
  | JsonFieldDescription
  | XmlFieldDescription
  | FormFieldDescription
  | SplitFieldDescription
  | BetweenFieldDescription;

/** The meaning of a part's node; what is wrong with it is added to the findings. */
export function lowerFieldPart(node: FieldPartNode, findings: LocalFinding[]): FieldPart {
  switch (node.kind) {
    case "json":
      return lowerJsonField(node, findings);
    case "xml":
      return lowerXmlField(node, findings);
    case "form":
      return lowerFormField(node, findings);
    case "split":
      return lowerSplitField(node, findings);
    case "between":
      return lowerBetweenField(node, findings);
  }
}

/** What the part picks of a text, in order. */
export function pickFieldPart(part: FieldPart, text: ReadableText): readonly Picked[] {
  switch (part.kind) {
    case "json":
      return pickJsonField(part, text);
    case "xml":
      return pickXmlField(part, text);
    case "form":
      return pickFormField(part, text);
    case "split":
      return pickSplitField(part, text);
    case "between":
      return pickBetweenField(part, text);
  }
}

/** What is to be known of the part. */
export function describeFieldPart(part: FieldPart): DescribedPart {
  switch (part.kind) {
    case "json":
      return new JsonFieldDescription(part);
    case "xml":
      return new XmlFieldDescription(part);
    case "form":
      return new FormFieldDescription(part);
    case "split":
      return new SplitFieldDescription(part);
    case "between":
      return new BetweenFieldDescription(part);
  }
}

/** Why parts of a kind cannot read a text at all; null if they can. */
export function faultForParts(kind: FieldPartKind, text: string): BodyFault | null {
  switch (kind) {
    case "json":
      return faultOfJson(text);
    case "xml":
      return xmlFault(text);
    case "form":
    case "split":
    case "between":
      return null;
  }
}

/** Whether its path asks for all of something. */
export function partPicksSeveral(part: FieldPart): boolean {
  return part.kind === "json" && part.path.some(({ kind }) => kind === "all");
}

/** The name of what the part picks; null where its path ends in no name, and for parts that are cut out of a text. */
export function nameOfPart(part: FieldPart): string | null {
  switch (part.kind) {
    case "json": {
      const last = part.path.at(-1);
      return last?.kind === "name" ? last.name : null;
    }
    case "xml":
      return (part.path.attribute ?? part.path.steps.at(-1))?.name ?? null;
    case "form":
      return part.name;
    case "split":
    case "between":
      return null;
  }
}

/** What a part reads. */
export type ReadBy = "body" | "text";

/** The part for people who do not read the language: `the field $.result`. `of` is what it reads. */
export function fieldPartInWords(part: FieldPart, of: ReadBy): readonly Phrase[] {
  switch (part.kind) {
    case "json":
      return jsonFieldInWords(part);
    case "xml":
      return xmlFieldInWords(part);
    case "form":
      return formFieldInWords(part);
    case "split":
      return splitFieldInWords(part, of);
    case "between":
      return betweenFieldInWords(part);
  }
}

/** The part as the language has it, in a sentence: `json "$.result"`. */
export function showFieldPart(part: FieldPart): string {
  switch (part.kind) {
    case "json":
    case "xml":
      return `${part.kind} ${quoted(part.written)}`;
    case "form":
      return `form ${quoted(part.name)}`;
    case "split":
      return showSplitField(part);
    case "between":
      return showBetweenField(part);
  }
}
