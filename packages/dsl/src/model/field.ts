import type { LocalFinding } from "../findings/finding.js";
import type { Phrase } from "../findings/phrase.js";
import { quoted } from "../findings/quoted.js";
import type { BodyFault, Picked } from "../runtime/picked.js";
import { xmlFault } from "../runtime/xml-field.js";
import type { FieldNode } from "../syntax/tree.js";
import type { ReadableText } from "./fields/field-base.js";
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
 * Tests, labels, captures and `empty` accept any kind of field. What differs between the kinds stands in fields/, one file
 * a kind, and here they come together.
 */

/** A part of the body that is picked (docs/language.md, Fields). */
export type Field = JsonField | XmlField | SplitField;

export type FieldKind = Field["kind"];

/** What is to be known of a field, without its place. */
export type DescribedField = JsonFieldDescription | XmlFieldDescription | SplitFieldDescription;

/** The meaning of a field's node; what is wrong with it is added to the findings. */
export function lowerField(node: FieldNode, findings: LocalFinding[]): Field {
  switch (node.kind) {
    case "json":
      return lowerJsonField(node, findings);
    case "xml":
      return lowerXmlField(node, findings);
    case "split":
      return lowerSplitField(node, findings);
  }
}

/** What the field picks of a body, in order. */
export function pickField(field: Field, text: ReadableText): readonly Picked[] {
  switch (field.kind) {
    case "json":
      return pickJsonField(field, text);
    case "xml":
      return pickXmlField(field, text);
    case "split":
      return pickSplitField(field, text);
  }
}

/** What is to be known of the field. */
export function describeField(field: Field): DescribedField {
  switch (field.kind) {
    case "json":
      return new JsonFieldDescription(field);
    case "xml":
      return new XmlFieldDescription(field);
    case "split":
      return new SplitFieldDescription(field);
  }
}

/** Why fields of a kind cannot read a body at all; null if they can. */
export function faultForFields(kind: FieldKind, body: string): BodyFault | null {
  switch (kind) {
    case "json":
      return faultOfJson(body);
    case "xml":
      return xmlFault(body);
    case "split":
      return null;
  }
}

/** The field for people who do not read the language: `the field $.result`. */
export function fieldInWords(field: Field): readonly Phrase[] {
  switch (field.kind) {
    case "json":
      return jsonFieldInWords(field);
    case "xml":
      return xmlFieldInWords(field);
    case "split":
      return splitFieldInWords(field);
  }
}

/** The field as the language has it, in a sentence: `json "$.result"`. */
export function showField(field: Field): string {
  switch (field.kind) {
    case "json":
    case "xml":
      return `${field.kind} ${quoted(field.written)}`;
    case "split":
      return showSplitField(field);
  }
}
