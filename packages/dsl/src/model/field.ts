import type { LocalFinding } from "../findings/finding.js";
import { type Phrase, words } from "../findings/phrase.js";
import type { Picked } from "../runtime/picked.js";
import type { FieldNode } from "../syntax/tree.js";
import {
  type DescribedPart,
  describeFieldPart,
  type FieldPart,
  fieldPartInWords,
  lowerFieldPart,
  nameOfPart,
  partPicksSeveral,
  pickFieldPart,
  showFieldPart,
} from "./field-part.js";
import {
  type ChainField,
  type ChainFieldDescription,
  describeChain,
  keyOfChain,
  pickChainField,
} from "./fields/chain-field.js";
import type { ReadableText } from "./fields/field-base.js";

/*
 * A field is a part of the body, or a chain of parts. Tests, labels, captures and `empty` accept any kind of field.
 */

/** What is picked of the body (docs/language.md, Fields). */
export type Field = FieldPart | ChainField;

/** What is to be known of a field, without its place. */
export type DescribedField = DescribedPart | ChainFieldDescription;

/** The meaning of a field's node; what is wrong with it is added to the findings. */
export function lowerField(node: FieldNode, findings: LocalFinding[]): Field {
  if (node.kind !== "chain") return lowerFieldPart(node, findings);
  const [first, second, ...others] = node.parts;
  const parts = [
    lowerFieldPart(first, findings),
    lowerFieldPart(second, findings),
    ...others.map((part) => lowerFieldPart(part, findings)),
  ] as const;
  return {
    kind: "chain",
    parts,
    key: keyOfChain(parts),
    span: node.span,
    textSpans: parts.flatMap(({ textSpans }) => textSpans),
    nameSpan: node.span,
  };
}

/** The field's parts: the first reads the body. */
export function partsOf(field: Field): readonly [FieldPart, ...FieldPart[]] {
  return field.kind === "chain" ? field.parts : [field];
}

/** What the field picks of a body, in order. */
export function pickField(field: Field, text: ReadableText): readonly Picked[] {
  return field.kind === "chain" ? pickChainField(field, text) : pickFieldPart(field, text);
}

/** What is to be known of the field. */
export function describeField(field: Field): DescribedField {
  return field.kind === "chain" ? describeChain(field) : describeFieldPart(field);
}

/** Whether a path of the field asks for all of something. */
export function picksSeveral(field: Field): boolean {
  return partsOf(field).some(partPicksSeveral);
}

/** The name of what the field picks; null where it has none. */
export function lastNameOf(field: Field): string | null {
  return nameOfPart(partsOf(field).at(-1) ?? partsOf(field)[0]);
}

/** Parts of a field that sentences name at most, the last ones. */
const MOST_PARTS = 4;

/**
 * The field for people who do not read the language: `the field $.result`, `the field $.status in the field $.d`. Of several
 * that a path asks for, the quantifier (`one of `) says how many are meant.
 */
export function fieldInWords(field: Field, quantifier = ""): readonly Phrase[] {
  const parts = partsOf(field);
  const shown = parts.slice(-MOST_PARTS).reverse();
  const quantified = shown.find(partPicksSeveral);
  const phrases = shown.flatMap((part, index) => {
    const before = `${index === 0 ? "" : " in "}${part === quantified ? quantifier : ""}`;
    const named = fieldPartInWords(part, part === parts[0] ? "body" : "text");
    return before === "" ? named : [words(before), ...named];
  });
  const hidden = parts.length - shown.length;
  return hidden === 0 ? phrases : [...phrases, words(` in ${hidden} more`)];
}

/** The field as the language has it, in a sentence: `json "$.result"`. */
export function showField(field: Field): string {
  return partsOf(field).map(showFieldPart).join(" ");
}
